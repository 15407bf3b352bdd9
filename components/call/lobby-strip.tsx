import { can } from "@/lib/domain/room/permissions";
import type { LobbyView, Wire } from "@/lib/domain/room/room-view";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { OneLine } from "./one-line";
import { Strip } from "./strip";
import { useAsk } from "./use-ask";

/** Who knocks: one line above the call, one press to let them in. */
export function LobbyStrip({ onMore }: { onMore: () => void }) {
  const { view, me, say } = useCall();
  const [first, ...rest] = view.lobby;
  if (!first || !can(me.role, "admitFromLobby")) return null;
  return (
    <Strip label={say("lobby")} tone="soon">
      <div className="flex max-w-full min-w-0 flex-wrap items-center gap-x-2">
        <p className="max-w-full">
          <OneLine
            name={first.name}
            sentence={(name) =>
              say(first.birthYear ? "isWaitingBorn" : "isWaiting", bornAs(first, name))
            }
          />
        </p>
        {rest.length > 0 && (
          <Button variant="bare" onClick={onMore}>
            {say("othersWaiting", { count: rest.length })}
          </Button>
        )}
        {first.onTwoDevices && <TwoDevices />}
      </div>
      <AdmitButton guest={first} variant="filled" />
    </Strip>
  );
}

/** Their link may be in somebody else's hands, too: worth a question before they are let in. */
export function TwoDevices() {
  const { say } = useCall();
  return <span className="block text-sm text-soon">{say("onTwoDevices")}</span>;
}

type AdmitProps = { guest: Wire<LobbyView>; variant: "filled" | "plain" };

export function AdmitButton({ guest, variant }: AdmitProps) {
  const { say } = useCall();
  const [ask, isAsking] = useAsk();
  return (
    <Button
      variant={variant}
      isBusy={isAsking}
      onClick={() => ask("admit", { seatId: guest.seatId })}
      className="max-w-full"
    >
      <OneLine
        name={guest.name}
        sentence={(name) => say(guest.birthYear ? "admitBorn" : "admit", bornAs(guest, name))}
      />
    </Button>
  );
}

/** A birth year is text here: as a number it would get a thousands separator. */
function bornAs({ birthYear }: Wire<LobbyView>, name: string) {
  return { name, birthYear: String(birthYear ?? "") };
}

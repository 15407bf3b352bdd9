import { can } from "@/lib/domain/room/permissions";
import type { LobbyView, Wire } from "@/lib/domain/room/room-view";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { useAsk } from "./use-ask";

/** Who knocks: one line above the call, one press to let them in. */
export function LobbyStrip({ onMore }: { onMore: () => void }) {
  const { view, me, say } = useCall();
  const [first, ...rest] = view.lobby;
  if (!first || !can(me.role, "admitFromLobby")) return null;
  return (
    <section
      aria-label={say("lobby")}
      className="mx-2 mb-2 flex shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded border border-l-4 border-line border-l-soon bg-surface py-1.5 pr-2 pl-4"
    >
      <p>
        {say(first.birthYear ? "isWaitingBorn" : "isWaiting", bornAs(first))}
        {first.onTwoDevices && <TwoDevices />}
        {rest.length > 0 && (
          <Button variant="bare" onClick={onMore}>
            {say("othersWaiting", { count: rest.length })}
          </Button>
        )}
      </p>
      <AdmitButton guest={first} variant="filled" />
    </section>
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
    >
      {say(guest.birthYear ? "admitBorn" : "admit", bornAs(guest))}
    </Button>
  );
}

/** A birth year is text here: as a number it would get a thousands separator. */
function bornAs({ name, birthYear }: Wire<LobbyView>) {
  return { name, birthYear: String(birthYear ?? "") };
}

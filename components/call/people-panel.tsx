import type { ReactNode } from "react";
import { can } from "@/lib/domain/room/permissions";
import type { PersonView, RemovedView, Wire } from "@/lib/domain/room/room-view";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { CrowdControls } from "./crowd-controls";
import { AdmitButton, TwoDevices } from "./lobby-strip";
import { askingIn } from "./notices-between";
import { PersonRow } from "./person-row";
import { sayHere } from "./say-here";
import { SidePanel } from "./side-panel";
import { useAsk } from "./use-ask";

/** Who waits, who is in and how they are, who is not here, and who was put out. */
export function PeoplePanel({ onClose }: { onClose: () => void }) {
  const { view, state, say } = useCall();
  const inside = new Map(state.people.map((person) => [person.seatId, person]));
  const isHere = ({ seatId, isInside }: PersonView) => isInside || inside.has(seatId);
  const waiting = new Set(view.lobby.map(({ seatId }) => seatId));
  const absent = view.people.filter((person) => !isHere(person) && !waiting.has(person.seatId));
  return (
    <SidePanel title={say("people")} onClose={onClose}>
      <Waiting />
      <Removed title={say("returnRequests")} people={askingIn(view)} />
      <Group title={say("inTheCall")}>
        {view.people.filter(isHere).map((person) => (
          <PersonRow key={person.seatId} person={person} inCall={inside.get(person.seatId)} />
        ))}
      </Group>
      <CrowdControls />
      {absent.length > 0 && (
        <Group title={say("notHere")}>
          {absent.map((person) => (
            <PersonRow key={person.seatId} person={person} inCall={undefined} isAbsent />
          ))}
        </Group>
      )}
      <Removed
        title={say("removed")}
        people={view.removed.filter(({ askedAt }) => askedAt === null)}
      />
    </SidePanel>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-sm font-semibold text-quiet">{title}</h3>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  );
}

function Waiting() {
  const { view, me, say } = useCall();
  if (view.lobby.length === 0 || !can(me.role, "admitFromLobby")) return null;
  return (
    <Group title={say("lobby")}>
      {view.lobby.map((guest) => (
        <li key={guest.seatId} className="flex flex-col gap-2 py-3">
          <p>
            {guest.name}{" "}
            <span className="text-sm text-quiet">
              {say("waitingSince", { since: sayHere(guest.waitingSince) })}
            </span>
            {guest.onTwoDevices && <TwoDevices />}
          </p>
          <AdmitButton guest={guest} variant="plain" />
        </li>
      ))}
    </Group>
  );
}

type RemovedProps = { title: string; people: readonly Wire<RemovedView>[] };

/** Who was put out, since when, and the way to take that back. */
function Removed({ title, people }: RemovedProps) {
  const { me, say } = useCall();
  const [ask, isAsking] = useAsk();
  if (people.length === 0 || !can(me.role, "bringIn")) return null;
  return (
    <Group title={title}>
      {people.map(({ seatId, name, removedAt }) => (
        <li key={seatId} className="flex flex-col gap-2 py-3">
          <p>
            {name}{" "}
            <span className="text-sm text-quiet">
              {say("removedAt", { when: sayHere(removedAt) })}
            </span>
          </p>
          <Button isBusy={isAsking} onClick={() => ask("return", { seatId })}>
            {say("letBackIn", { name })}
          </Button>
        </li>
      ))}
    </Group>
  );
}

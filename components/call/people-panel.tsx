import { useState, type ReactNode } from "react";
import { can } from "@/lib/domain/room/permissions";
import { Field } from "@/components/ui/field";
import { useCall } from "./call-context";
import { CrowdControls } from "./crowd-controls";
import { LetBackButton } from "./let-back-button";
import { AdmitButton, TwoDevices } from "./lobby-strip";
import { groupPeople, type PeopleGroups } from "./people-groups";
import { PersonRow } from "./person-row";
import { sayHere } from "./say-here";
import { SidePanel } from "./side-panel";

/** With fewer than these the one looked for is seen at once. */
const FEWEST_TO_SEARCH = 12;

/** Who waits, who is in and how they are, who is not here, and who was put out. */
export function PeoplePanel({ onClose }: { onClose: () => void }) {
  const { view, state, say } = useCall();
  const [search, setSearch] = useState("");
  const inCall = new Map(state.people.map((person) => [person.seatId, person]));
  const count = view.people.length + view.lobby.length + view.removed.length;
  const isLong = count >= FEWEST_TO_SEARCH;
  // A list that has grown short has no field to take a search back in.
  const wanted = isLong ? search : "";
  const groups = groupPeople(view, new Set(inCall.keys()), wanted);
  const isNobody = Object.values(groups).every((group) => group.length === 0);
  return (
    <SidePanel title={say("people")} onClose={onClose}>
      {isLong && (
        <Field
          label={say("findPerson")}
          name="find-person"
          type="search"
          autoComplete="off"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <p role="status" className="text-quiet empty:hidden">
        {isNobody && say("foundNobody", { search: wanted })}
      </p>
      <Waiting people={groups.waiting} />
      <Removed title={say("returnRequests")} people={groups.asking} />
      <Group title={say("inTheCall")}>
        {groups.inside.map((person) => (
          <PersonRow key={person.seatId} person={person} inCall={inCall.get(person.seatId)} />
        ))}
      </Group>
      {wanted === "" && <CrowdControls />}
      <Group title={say("notHere")}>
        {groups.absent.map((person) => (
          <PersonRow key={person.seatId} person={person} inCall={undefined} isAbsent />
        ))}
      </Group>
      <Removed title={say("removed")} people={groups.removed} />
    </SidePanel>
  );
}

/** Some of the people under one heading; nothing where there are none. */
function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h3 className="text-sm font-semibold text-quiet">{title}</h3>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  );
}

function Waiting({ people }: { people: PeopleGroups["waiting"] }) {
  const { me, say } = useCall();
  if (!can(me.role, "admitFromLobby")) return null;
  return (
    <Group title={say("lobby")}>
      {people.map((guest) => (
        <li key={guest.seatId} className="flex flex-col gap-2 py-3">
          <p className="wrap-anywhere">
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

type RemovedProps = { title: string; people: PeopleGroups["removed"] };

/** Who was put out, since when, and the way to take that back. */
function Removed({ title, people }: RemovedProps) {
  const { me, say } = useCall();
  if (!can(me.role, "bringIn")) return null;
  return (
    <Group title={title}>
      {people.map(({ seatId, name, removedAt }) => (
        <li key={seatId} className="flex flex-col gap-2 py-3">
          <p className="wrap-anywhere">
            {name}{" "}
            <span className="text-sm text-quiet">
              {say("removedAt", { when: sayHere(removedAt) })}
            </span>
          </p>
          <LetBackButton seatId={seatId} name={name} />
        </li>
      ))}
    </Group>
  );
}

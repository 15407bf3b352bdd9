import type { ReactNode } from "react";
import { ROLES, type Role } from "@/lib/domain/room/role";
import { DEFAULT_ROLE } from "@/lib/domain/room/role";
import { CAPACITIES_OF, type RoomAccess, type RoomKind } from "@/lib/domain/room/room-kind";
import { opensFor, type LeadMinutes, type Window } from "@/lib/domain/room/window";
import { isSameDay, sayTime, sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

type RoomFactsProps = {
  room: {
    kind: RoomKind;
    access: RoomAccess;
    lobby: boolean;
    window: Window;
    leadMinutes: LeadMinutes;
    seatLimit: number | null;
  };
  /** The address that anybody may use; only of an open room. */
  address: ReactNode;
  reader: Reader;
  now: Date;
};

/** How people come in, as a list of facts. */
export function RoomFacts({ room, address, reader, now }: RoomFactsProps) {
  const say = words("rooms");
  const { kind, access, lobby, window, leadMinutes, seatLimit } = room;
  const doors = rolesOf(kind).map((role) => {
    const door = opensFor(role, window, leadMinutes);
    const isThatDay = isSameDay(door, window.opensAt, reader);
    const when = isThatDay ? sayTime(door, reader) : sayWhen(door, reader, now);
    return <li key={role}>{say("fact-door", { who: say(`doors-${role}`, { kind }), when })}</li>;
  });
  return (
    <dl className="grid gap-x-8 gap-y-1 sm:gap-y-3 sm:grid-cols-[auto_1fr]">
      <Fact name={say("fact-who")}>{say(`fact-${access}`)}</Fact>
      {address && <Fact name={say("fact-address")}>{address}</Fact>}
      <Fact name={say("fact-lobby")}>{say(lobby ? "fact-lobby-on" : "fact-lobby-off")}</Fact>
      <Fact name={say("fact-doors")}>
        <ul>{doors}</ul>
      </Fact>
      {seatLimit !== null && (
        <Fact name={say("fact-limit")}>{say("fact-limit-is", { count: seatLimit })}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="mb-2 min-w-0 sm:mb-0">{children}</dd>
    </>
  );
}

/** The roles that the capacities of this kind start with. */
function rolesOf(kind: RoomKind): Role[] {
  const usual: Role[] = CAPACITIES_OF[kind].map((capacity) => DEFAULT_ROLE[capacity]);
  return ROLES.filter((role) => usual.includes(role));
}

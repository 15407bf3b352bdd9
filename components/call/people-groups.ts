import { byName } from "@/lib/domain/roster/by-name";
import { nameKey } from "@/lib/domain/roster/name-key";
import { ROLES } from "@/lib/domain/room/role";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { askingIn } from "./notices-between";

type View = Wire<RoomView>;

/** Everybody the list of people tells of, in the order in which the groups stand there. */
export type PeopleGroups = {
  /** First those who wait longest. */
  waiting: View["lobby"];
  /** First those who asked longest ago. */
  asking: View["removed"];
  inside: View["people"];
  absent: View["people"];
  removed: View["removed"];
};

/**
 * Whom the list shows where: those who lead first, the audience last, and by name among their like.
 * `inCall` are the seats that the media server tells of, perhaps before the room does. A search is a
 * part of the name, whatever its capitals, accents and spaces.
 */
export function groupPeople(
  view: Pick<View, "people" | "lobby" | "removed">,
  inCall: ReadonlySet<string>,
  search: string,
): PeopleGroups {
  const wanted = nameKey(search);
  const isWanted = ({ name }: { name: string }) => nameKey(name).includes(wanted);
  const waits = new Set(view.lobby.map(({ seatId }) => seatId));
  const isHere = ({ seatId, isInside }: View["people"][number]) => isInside || inCall.has(seatId);
  const rank = ({ role }: View["people"][number]) => ROLES.indexOf(role);
  const people = view.people
    .filter(isWanted)
    .sort((one, other) => rank(one) - rank(other) || byName(one, other));
  const removed = view.removed.filter(isWanted);
  return {
    waiting: view.lobby.filter(isWanted),
    asking: askingIn({ removed }),
    inside: people.filter(isHere),
    absent: people.filter((person) => !isHere(person) && !waits.has(person.seatId)),
    removed: removed.filter(({ askedAt }) => askedAt === null),
  };
}

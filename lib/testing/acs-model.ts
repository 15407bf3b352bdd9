import { ROOMS_VERSIONS } from "@/lib/domain/acs/api-version";

export type VersionName = keyof typeof ROOMS_VERSIONS;

export type RoleName = "Presenter" | "Attendee" | "Consumer" | "Collaborator";

/** What a program says of somebody: a role, none (and so the usual one), or that they leave. */
export type Wish = RoleName | "unsaid" | "off";

/** A room as a program remembers it. */
export type RememberedRoom = {
  id: string;
  createdAt: string;
  validFrom: string;
  validUntil: string;
  pstnDialOutEnabled: boolean;
  isDeleted: boolean;
  /** In the order in which they came first; null is who was taken off and keeps the place. */
  roster: Map<string, RoleName | null>;
};

/** All that a careful program would write down of what it asked for. */
export class AcsModel {
  /** The oldest first. */
  readonly rooms: RememberedRoom[] = [];
  /** Whether each user may still have tokens, by raw id. */
  readonly users = new Map<string, boolean>();

  /** The room that a number means, whichever there are; undefined while there is none. */
  roomAt(number: number): RememberedRoom | undefined {
    return this.rooms[number % Math.max(1, this.rooms.length)];
  }

  /** What the wire lists, the newest first. */
  listed(version: VersionName): object[] {
    const left = this.rooms.filter(({ isDeleted }) => !isDeleted);
    return left.toReversed().map((room) => bodyOf(room, version));
  }
}

/** A room in the words of a version. */
export function bodyOf(room: RememberedRoom, version: VersionName): object {
  const { id, createdAt, validFrom, validUntil, pstnDialOutEnabled } = room;
  const body = { id, createdAt, validFrom, validUntil };
  return ROOMS_VERSIONS[version].hasDialOut ? { ...body, pstnDialOutEnabled } : body;
}

/** A roster in the words of a version: what it does not know is an Attendee. */
export function linesOf({ roster }: RememberedRoom, version: VersionName): object[] {
  const { hasCollaborator } = ROOMS_VERSIONS[version];
  return [...roster].flatMap(([rawId, role]) => {
    if (role === null) return [];
    return [{ rawId, role: role === "Collaborator" && !hasCollaborator ? "Attendee" : role }];
  });
}

/** Whether a version takes these wishes: the older ones have no Collaborators. */
export function takes(version: VersionName, wishes: ReadonlyMap<string, Wish>): boolean {
  const { hasCollaborator } = ROOMS_VERSIONS[version];
  return hasCollaborator || ![...wishes.values()].includes("Collaborator");
}

/** Does to a roster what a program wishes. */
export function follow({ roster }: RememberedRoom, wishes: ReadonlyMap<string, Wish>): void {
  for (const [rawId, wish] of wishes) {
    if (wish !== "off") roster.set(rawId, wish === "unsaid" ? "Attendee" : wish);
    else if (roster.has(rawId)) roster.set(rawId, null);
  }
}

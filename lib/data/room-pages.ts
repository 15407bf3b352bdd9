import "server-only";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { Database } from "./client";
import { earliestOpening } from "./earliest-opening";
import type { Prisma } from "./generated/client";
import { toStoredRoom, type StoredRoom } from "./rooms";

export type RoomFilter = {
  kind: RoomKind | null;
  /** Rooms that close after this instant. */
  from: Date | null;
  /** Rooms that open before this instant. */
  until: Date | null;
  /** On whose roster this person is. */
  personId: string | null;
  /** Part of the title, in any case. */
  title: string | null;
};

export type RoomPageQuestion = {
  organizationId: string;
  filter: RoomFilter;
  /** The page starts behind this place; null for the first. */
  after: { at: Date; id: string } | null;
  limit: number;
};

/** Rooms of an organization whatever became of them, by their opening and id; at most `limit`. */
export async function listRoomPage(
  tx: Database,
  { organizationId, filter, after, limit }: RoomPageQuestion,
): Promise<StoredRoom[]> {
  const start = after ? behind(after) : await fromEarliest(tx, organizationId, filter.from);
  const rows = await tx.room.findMany({
    where: { organizationId, AND: [...conditionsOf(filter), ...start] },
    orderBy: [{ opensAt: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(toStoredRoom);
}

// Changes no answer: the index begins where rooms are that may still be open.
async function fromEarliest(
  tx: Database,
  organizationId: string,
  from: Date | null,
): Promise<Prisma.RoomWhereInput[]> {
  if (!from) return [];
  const found = await tx.$queryRaw<{ at: Date }[]>`
    SELECT ${earliestOpening(organizationId, from)} AS at`;
  return found.map(({ at }) => ({ opensAt: { gte: at } }));
}

function conditionsOf({ kind, from, until, personId, title }: RoomFilter): Prisma.RoomWhereInput[] {
  return [
    ...(kind ? [{ kind }] : []),
    ...(from ? [{ closesAt: { gt: from } }] : []),
    ...(until ? [{ opensAt: { lt: until } }] : []),
    ...(personId ? [{ seats: { some: { personId, removedAt: null } } }] : []),
    ...(title ? [{ title: { contains: title, mode: "insensitive" as const } }] : []),
  ];
}

// The first condition alone lets the index jump to the place; the second leaves out what was seen.
function behind({ at, id }: { at: Date; id: string }): Prisma.RoomWhereInput[] {
  return [
    { opensAt: { gte: at } },
    { OR: [{ opensAt: { gt: at } }, { opensAt: at, id: { gt: id } }] },
  ];
}

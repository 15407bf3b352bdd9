import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/data/client";
import { findOrAddPerson } from "@/lib/data/people";
import { appendRecord } from "@/lib/data/record";
import { insertRoom } from "@/lib/data/rooms";
import { addSeat } from "@/lib/data/roster";
import { DEFAULT_ROLE } from "@/lib/domain/room/role";
import { ROOM_DEFAULTS } from "@/lib/domain/room/room-defaults";
import type { DemoOrganization, DemoRoom } from "./demo-cast";

const MINUTE_MS = 60_000;
const FIVE_MINUTES_MS = 5 * MINUTE_MS;
/** A demo room that ends sooner than this is taken as over. */
const WORTH_ENTERING_MS = 45 * MINUTE_MS;
/** What the calendar UID of every demo room begins with. */
export const DEMO_UID = "demo-";

/** Adds an organization with its people. */
export async function addOrganization(tx: Database, organization: DemoOrganization): Promise<void> {
  const { name, slug, kind, timeZone, staff, guests } = organization;
  const { id } = await tx.organization.create({ data: { name, slug, kind, timeZone } });
  for (const person of [...staff, ...guests]) {
    await findOrAddPerson(tx, id, { ...person, birthYear: person.birthYear ?? null });
  }
  for (const { email, staffRole } of staff) {
    const person = await tx.person.findUniqueOrThrow({
      where: { organizationId_email: { organizationId: id, email } },
    });
    await tx.member.create({ data: { organizationId: id, personId: person.id, staffRole } });
  }
}

/** The demo's organizations that are in the database: those that have one of its rooms. */
export async function findDemoOrganizations(tx: Database, demo: DemoOrganization[]) {
  const found = await tx.organization.findMany({
    where: {
      slug: { in: demo.map(({ slug }) => slug) },
      rooms: { some: { calendarUid: { startsWith: DEMO_UID } } },
    },
    select: { slug: true },
  });
  return demo.filter(({ slug }) => found.some((organization) => organization.slug === slug));
}

/** Adds those of the organization's demo rooms that it does not have for today. */
export async function addMissingRooms(
  tx: Database,
  { slug, rooms }: DemoOrganization,
  now: Date,
): Promise<void> {
  const { id, timeZone } = await tx.organization.findUniqueOrThrow({ where: { slug } });
  for (const room of rooms) {
    if (!(await hasRoom(tx, id, room, now))) await addRoom(tx, id, timeZone, room, now);
  }
}

async function hasRoom(
  tx: Database,
  organizationId: string,
  room: DemoRoom,
  now: Date,
): Promise<boolean> {
  const stillUseful = {
    closesAt: { gt: new Date(now.getTime() + WORTH_ENTERING_MS) },
    // A room for later that has opened meanwhile is none for later any more.
    ...(room.opensInMinutes > 0 && { opensAt: { gt: now } }),
    cancelledAt: null,
    movedToId: null,
    endedAt: null,
  };
  const found = await tx.room.findFirst({
    where: {
      organizationId,
      calendarUid: { startsWith: `${DEMO_UID}${room.key}-` },
      ...(room.isRenewed && stillUseful),
    },
  });
  return found !== null;
}

async function addRoom(
  tx: Database,
  organizationId: string,
  timeZone: string,
  room: DemoRoom,
  now: Date,
): Promise<void> {
  const { access, lobby, leadMinutes } = ROOM_DEFAULTS[room.kind];
  const window = windowOf(room, now);
  const calendarUid = `${DEMO_UID}${room.key}-${randomUUID()}`;
  const roomId = await insertRoom(tx, organizationId, {
    ...{ title: room.title, kind: room.kind, access, window, timeZone, lobby, leadMinutes },
    ...{ seatLimit: null, calendarUid, calendarSequence: 0 },
  });
  const facts = { opensAt: window.opensAt.toISOString(), closesAt: window.closesAt.toISOString() };
  const planner = await tx.member.findFirstOrThrow({ where: { organizationId } });
  const by = `member:${planner.id}` as const;
  await appendRecord(tx, roomId, now, by, "room-created", facts);
  for (const [name, capacity] of room.roster) {
    const person = await tx.person.findFirstOrThrow({ where: { organizationId, name } });
    const role = DEFAULT_ROLE[capacity];
    const seat = { organizationId, roomId, personId: person.id, role, capacity };
    const added = await addSeat(tx, seat);
    if (added) await appendRecord(tx, roomId, now, by, "seat-added", { seatId: added.id, role });
  }
  if (room.isLive) await tx.room.update({ where: { id: roomId }, data: { liveAt: now } });
  // Whoever was there yesterday was let in.
  if (window.closesAt <= now) {
    await tx.seat.updateMany({ where: { roomId }, data: { admittedAt: window.opensAt } });
  }
}

function windowOf({ opensInMinutes, lengthMinutes }: DemoRoom, now: Date) {
  const start = now.getTime() + opensInMinutes * MINUTE_MS;
  const opensAt = new Date(Math.ceil(start / FIVE_MINUTES_MS) * FIVE_MINUTES_MS);
  return { opensAt, closesAt: new Date(opensAt.getTime() + lengthMinutes * MINUTE_MS) };
}

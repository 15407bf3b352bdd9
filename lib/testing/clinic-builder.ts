import { randomBytes, randomUUID } from "node:crypto";
import { database } from "@/lib/data/client";
import { DEFAULT_ROLE, type Capacity, type Role } from "@/lib/domain/room/role";
import type { RoomAccess, RoomKind } from "@/lib/domain/room/room-kind";

type RoomChanges = {
  title?: string;
  kind?: RoomKind;
  access?: RoomAccess;
  opensAt?: Date;
  closesAt?: Date;
  lobby?: boolean;
  leadMinutes?: number;
  seatLimit?: number | null;
  liveAt?: Date | null;
};

/** An organization in the database; its name and slug are its own. */
export async function buildOrganization(kind: "clinic" | "events" = "clinic") {
  const slug = `org-${randomBytes(4).toString("hex")}`;
  return database().organization.create({
    data: { name: `Clinic ${slug}`, slug, kind, timeZone: "Europe/Berlin" },
  });
}

/** A person of an organization, with an address of their own. */
export async function buildPerson(organizationId: string, name = "Samuel Reyes") {
  return database().person.create({
    data: {
      organizationId,
      name,
      email: `${randomUUID()}@example.org`,
      timeZone: "Europe/Berlin",
    },
  });
}

/** A member of the staff, as operations see them. */
export async function buildMember(
  organizationId: string,
  staffRole: "owner" | "manager" | "host" = "owner",
) {
  const person = await buildPerson(organizationId, "Dr Amara Okafor");
  const member = await database().member.create({
    data: { organizationId, personId: person.id, staffRole },
  });
  return {
    kind: "member" as const,
    memberId: member.id,
    organizationId,
    personId: person.id,
    staffRole,
  };
}

/** A visit that opened ten minutes ago and closes in an hour, but for what `changes` says. */
export async function buildRoom(organizationId: string, changes: RoomChanges = {}) {
  const { leadMinutes = 0, ...fields } = changes;
  return database().room.create({
    data: {
      organizationId,
      title: "Visit with Dr Amara Okafor",
      kind: "visit",
      access: "invited",
      opensAt: new Date(Date.now() - 10 * 60_000),
      closesAt: new Date(Date.now() + 60 * 60_000),
      timeZone: "Europe/Berlin",
      lobby: false,
      presenterLeadMinutes: leadMinutes,
      collaboratorLeadMinutes: leadMinutes,
      attendeeLeadMinutes: leadMinutes,
      consumerLeadMinutes: leadMinutes,
      calendarUid: randomUUID(),
      ...fields,
    },
  });
}

/** A seat on a room's roster, for a new person unless one is given. */
export async function buildSeat(
  room: { id: string; organizationId: string },
  capacity: Capacity,
  { role = DEFAULT_ROLE[capacity], personId }: { role?: Role; personId?: string } = {},
) {
  const { organizationId } = room;
  return database().seat.create({
    data: {
      organizationId,
      roomId: room.id,
      personId: personId ?? (await buildPerson(organizationId)).id,
      role,
      capacity,
    },
  });
}

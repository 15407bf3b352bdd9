import "server-only";
import { isId } from "@/lib/domain/id";
import type { StaffRole } from "@/lib/domain/staff/staff-role";
import type { Database } from "./client";
import { Prisma } from "./generated/client";

export type NewPerson = {
  name: string;
  email: string | null;
  /** IANA name. */
  timeZone: string;
  birthYear: number | null;
};

export type KnownPerson = { id: string; name: string; email: string | null; isNew: boolean };

/**
 * The person of this organization with that address, added when there is none yet. Whoever is known
 * keeps the name they have; only a missing birth year is filled in. People without an address are
 * always new.
 */
export async function findOrAddPerson(
  tx: Database,
  organizationId: string,
  { name, email, timeZone, birthYear }: NewPerson,
): Promise<KnownPerson> {
  // One statement, so that two editors who add the same address at once end with one person.
  const [person] = await tx.$queryRaw<KnownPerson[]>`
    INSERT INTO people (id, organization_id, name, email, time_zone, birth_year)
    VALUES (uuidv7(), ${organizationId}::uuid, ${name}, ${email}, ${timeZone}, ${birthYear})
    ON CONFLICT (organization_id, email) DO UPDATE
      SET birth_year = coalesce(people.birth_year, excluded.birth_year)
    RETURNING id, name, email::text, xmax = 0 AS "isNew"`;
  if (!person) throw new Error("an upsert returned nothing");
  return person;
}

/** Gives a person without an address another name; whoever has one keeps the name they are known by. */
export async function renameGuest(tx: Database, personId: string, name: string): Promise<void> {
  await tx.person.updateMany({
    where: { id: personId, email: null, name: { not: name } },
    data: { name },
  });
}

export type Colleague = { personId: string; name: string; email: string | null };

/** The organization's members as people who may lead a room, by name. */
export async function listColleagues(tx: Database, organizationId: string): Promise<Colleague[]> {
  const members = await tx.member.findMany({
    where: { organizationId },
    select: { personId: true, person: { select: { name: true, email: true } } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
  });
  return members.map(({ personId, person }) => ({ personId, ...person }));
}

export type StoredPerson = {
  id: string;
  name: string;
  email: string | null;
  /** IANA name. */
  timeZone: string;
  birthYear: number | null;
  createdAt: Date;
  /** Of the staff; null for everybody else. */
  staffRole: StaffRole | null;
};

const PERSON = {
  ...{ id: true, name: true, email: true, timeZone: true, birthYear: true, createdAt: true },
  member: { select: { staffRole: true } },
} as const;

type PersonRow = Omit<StoredPerson, "staffRole"> & { member: { staffRole: StaffRole } | null };

const toStoredPerson = ({ member, ...person }: PersonRow): StoredPerson => ({
  ...person,
  staffRole: member?.staffRole ?? null,
});

export type PeopleQuestion = {
  organizationId: string;
  /** Part of a name, in any case; null for everybody. */
  name: string | null;
  /** The one with this address; null for everybody. */
  email: string | null;
  /** Only the staff, or everybody. */
  isStaff: boolean;
  /** The page starts behind this person; null for the first. */
  after: string | null;
  limit: number;
};

/** People of an organization in the order in which it came to know them, at most `limit`. */
export async function listPeoplePage(
  tx: Database,
  { organizationId, name, email, isStaff, after, limit }: PeopleQuestion,
): Promise<StoredPerson[]> {
  const rows = await tx.person.findMany({
    where: {
      organizationId,
      ...(name && { name: { contains: name, mode: "insensitive" } }),
      ...(email && { email }),
      ...(isStaff && { member: { isNot: null } }),
      ...(after && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: limit,
    select: PERSON,
  });
  return rows.map(toStoredPerson);
}

/** A person of this organization; null for every other. */
export async function findPerson(
  tx: Database,
  organizationId: string,
  personId: string,
): Promise<StoredPerson | null> {
  if (!isId(personId)) return null;
  const row = await tx.person.findUnique({
    where: { id: personId, organizationId },
    select: PERSON,
  });
  return row && toStoredPerson(row);
}

export type PersonChanges = {
  name?: string;
  email?: string | null;
  timeZone?: string;
  birthYear?: number | null;
};

/**
 * Changes a person; null, and nothing done, when another one of the organization has that address.
 */
export async function savePerson(
  tx: Database,
  personId: string,
  changes: PersonChanges,
): Promise<StoredPerson | null> {
  try {
    const where = { id: personId };
    return toStoredPerson(await tx.person.update({ where, data: changes, select: PERSON }));
  } catch (error) {
    // The unique index settles the race of two who give out the same address.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return null;
    throw error;
  }
}

import "server-only";
import type { Database } from "./client";

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

export type Colleague = { personId: string; name: string };

/** The organization's members as people who may lead a room, by name. */
export async function listColleagues(tx: Database, organizationId: string): Promise<Colleague[]> {
  const members = await tx.member.findMany({
    where: { organizationId },
    select: { personId: true, person: { select: { name: true } } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
  });
  return members.map(({ personId, person }) => ({ personId, name: person.name }));
}

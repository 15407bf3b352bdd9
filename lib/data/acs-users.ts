import "server-only";
import { guestName } from "@/lib/domain/acs/raw-id";
import { database, type Database } from "./client";
import { Prisma } from "./generated/client";
import { runPrepared } from "./prepared-statement";

/** A user of a resource, as operations name it. */
export type AcsUserKey = { organizationId: string; resourceId: string; rawId: string };

/** Somebody who may hold tokens. */
export type AcsUser = AcsUserKey & {
  /** Null until they first stand on a roster. */
  personId: string | null;
  tokensValidFrom: Date;
};

/** Makes a user of a resource; tokens from `now` on are good. */
export async function insertAcsUser(tx: Database, key: AcsUserKey, now: Date): Promise<void> {
  const data = { ...key, origin: "identity", tokensValidFrom: now, createdAt: now } as const;
  await tx.acsUser.create({ data, select: { rawId: true } });
}

/** The user who may hold tokens of this resource; null for ids of rosters and for the deleted. */
export async function findAcsUser(resourceId: string, rawId: string): Promise<AcsUser | null> {
  return database().acsUser.findFirst({
    where: { resourceId, rawId, deletedAt: null, origin: { not: "roster" } },
    select: {
      ...{ organizationId: true, resourceId: true, rawId: true },
      ...{ personId: true, tokensValidFrom: true },
    },
  });
}

/** Makes every token worthless that was issued before `from`. False when there is no such user. */
export async function revokeAcsTokens(tx: Database, key: AcsUserKey, from: Date): Promise<boolean> {
  const { count } = await tx.acsUser.updateMany({
    where: { ...key, deletedAt: null, origin: { not: "roster" } },
    data: { tokensValidFrom: from },
  });
  return count === 1;
}

/** Deletes a user: no token is good or issued any more. Rosters keep the line. */
export async function markAcsUserDeleted(
  tx: Database,
  key: AcsUserKey,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.acsUser.updateMany({
    where: { ...key, deletedAt: null, origin: { not: "roster" } },
    data: { deletedAt: now },
  });
  return count === 1;
}

/**
 * The person behind each raw id, by raw id; whoever was nobody yet becomes one with a makeshift name
 * and no address. Ids made of a person's own id are theirs. Callers have checked their form.
 */
export async function findOrAddPeopleOf(
  tx: Database,
  { organizationId, resourceId }: Omit<AcsUserKey, "rawId">,
  rawIds: readonly string[],
): Promise<Map<string, string>> {
  if (rawIds.length === 0) return new Map();
  const names = rawIds.map(guestName);
  // One statement, so that of two requests with the same new id one makes the person and both get it.
  // It locks ids in their order, so that of two with several of the same neither waits for the other
  // in a circle, whatever order they came in or the planner would take.
  const { rows } = await runPrepared<{ rawId: string; personId: string }>(
    tx,
    "find-or-add-people-of-raw-ids",
    Prisma.sql`
    WITH given AS (
      SELECT * FROM unnest(${[...rawIds]}::text[], ${names}::text[]) AS g (raw_id, name)
    ), known AS (
      SELECT g.raw_id, g.name, u.person_id AS user_person_id, p.id AS own_person_id
      FROM given g
      LEFT JOIN acs_users u ON u.organization_id = ${organizationId}::uuid AND u.raw_id = g.raw_id
      LEFT JOIN people p ON p.organization_id = ${organizationId}::uuid
        AND g.raw_id = '8:acs:' || ${resourceId} || '_' || p.id::text
        AND p.id = right(g.raw_id, 36)::uuid
    ), missing AS MATERIALIZED (
      SELECT raw_id, name, own_person_id, coalesce(own_person_id, uuidv7()) AS person_id
      FROM known WHERE user_person_id IS NULL
    ), users AS (
      INSERT INTO acs_users AS u (organization_id, raw_id, resource_id, person_id, origin)
      SELECT ${organizationId}::uuid, raw_id, ${resourceId}::uuid, person_id, 'roster' FROM missing
      ORDER BY raw_id
      ON CONFLICT (organization_id, raw_id)
        DO UPDATE SET person_id = coalesce(u.person_id, excluded.person_id)
      RETURNING u.raw_id, u.person_id
    ), made AS (
      INSERT INTO people (id, organization_id, name, time_zone)
      SELECT m.person_id, ${organizationId}::uuid, m.name, o.time_zone
      FROM missing m JOIN users u ON u.person_id = m.person_id
      JOIN organizations o ON o.id = ${organizationId}::uuid
      WHERE m.own_person_id IS NULL
    )
    SELECT raw_id AS "rawId", user_person_id AS "personId" FROM known WHERE user_person_id IS NOT NULL
    UNION ALL SELECT raw_id, person_id FROM users`,
  );
  return new Map(rows.map(({ rawId, personId }) => [rawId, personId]));
}

import "server-only";
import { Prisma } from "./generated/client";

const { sql } = Prisma;

/**
 * An instant before which no room of the organization opened that closes after `instant`: neither
 * one of up to a day nor a longer one. Given as a bound, it lets the index by opening begin at the
 * right place instead of walking through everything that is over.
 */
export function earliestOpening(organizationId: string, instant: Date): Prisma.Sql {
  return sql`least(
    ${instant}::timestamptz - interval '1 day',
    (SELECT min(l.opens_at) FROM rooms l WHERE l.organization_id = ${organizationId}::uuid
      AND l.closes_at > ${instant} AND l.closes_at - l.opens_at > interval '1 day'))`;
}

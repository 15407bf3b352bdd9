import "server-only";
import { Prisma } from "./generated/client";

/**
 * What a program of this resource calls the person of the seat `s`: the raw id that it knows them
 * by, one of its own resource first; else one made of the resource's id and theirs.
 */
export function rawIdOfSeat(resourceId: string): Prisma.Sql {
  return Prisma.sql`coalesce((
      SELECT u.raw_id FROM acs_users u
      WHERE u.organization_id = s.organization_id AND u.person_id = s.person_id
      ORDER BY u.resource_id = ${resourceId}::uuid DESC, u.created_at, u.raw_id LIMIT 1
    ), '8:acs:' || ${resourceId} || '_' || s.person_id)`;
}

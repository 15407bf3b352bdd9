import "server-only";
import { Prisma } from "./generated/client";

/**
 * A table to join on `true`: the date that stands in place of the room `r`, however often it was
 * moved; empty for a room that was not.
 */
export const LAST_DATE = Prisma.sql`LATERAL (
  WITH RECURSIVE date AS (
    SELECT next.* FROM rooms next WHERE next.id = r.moved_to_id
    UNION ALL
    SELECT next.* FROM rooms next JOIN date ON next.id = date.moved_to_id
  )
  SELECT * FROM date WHERE moved_to_id IS NULL)`;

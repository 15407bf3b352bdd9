import "server-only";
import { z } from "zod";
import { toldId, toldInstant } from "@/lib/api/fields";
import type { RosterLine } from "@/lib/data/roster";
import { CAPACITIES, ROLES } from "@/lib/domain/room/role";

/** A seat as the API tells of it. */
export const seatBody = z
  .strictObject({
    id: toldId,
    person: z.strictObject({ id: toldId, name: z.string(), email: z.string().nullable() }),
    role: z.enum(ROLES).meta({ description: "What the seat may do." }),
    capacity: z.enum(CAPACITIES).meta({ description: "What it is called on screen." }),
    isInside: z.boolean().meta({ description: "In the running call at this instant." }),
    liveLinkCount: z.int().meta({ description: "Personal links that still open the door." }),
    excuse: z.strictObject({ at: toldInstant, reason: z.string().nullable() }).nullable().meta({
      description:
        "Since when and why they can't come, as they said; null unless they did. It refuses them nothing.",
    }),
    removed: z
      .strictObject({
        at: toldInstant,
        reason: z.string().nullable(),
        askedToReturnAt: toldInstant.nullable(),
      })
      .nullable()
      .meta({
        description: "Since when and why they are off the roster; null while they are on it.",
      }),
  })
  .meta({ id: "Seat" });

/** A line of a roster in the shape of `seatBody`. */
export function presentSeat(line: RosterLine): z.input<typeof seatBody> {
  const { id, personId, name, email, role, capacity, isInside, liveLinkCount } = line;
  const { removedAt, removedReason, askedToReturnAt, excusedAt, excuseReason } = line;
  return {
    ...{ id, role, capacity, isInside, liveLinkCount },
    person: { id: personId, name, email },
    excuse: excusedAt && { at: excusedAt.toISOString(), reason: excuseReason },
    removed: removedAt && {
      at: removedAt.toISOString(),
      reason: removedReason,
      askedToReturnAt: askedToReturnAt?.toISOString() ?? null,
    },
  };
}

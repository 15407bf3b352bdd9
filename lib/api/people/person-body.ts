import "server-only";
import { z } from "zod";
import { toldId, toldInstant } from "@/lib/api/fields";
import type { StoredPerson } from "@/lib/data/people";
import { STAFF_ROLES } from "@/lib/domain/staff/staff-role";

/** A person as the API tells of them. */
export const personBody = z
  .strictObject({
    id: toldId,
    name: z.string(),
    email: z.string().nullable(),
    timeZone: z.string().meta({ description: "IANA name.", example: "Europe/Berlin" }),
    birthYear: z.int().nullable(),
    staffRole: z.enum(STAFF_ROLES).nullable().meta({ description: "Null for all but the staff." }),
    createdAt: toldInstant,
  })
  .meta({ id: "Person" });

/** A person in the shape of `personBody`. */
export function presentPerson(person: StoredPerson): z.input<typeof personBody> {
  const { id, name, email, timeZone, birthYear, staffRole, createdAt } = person;
  return { id, name, email, timeZone, birthYear, staffRole, createdAt: createdAt.toISOString() };
}

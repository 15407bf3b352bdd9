import "server-only";
import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";
import { timeZone } from "@/lib/domain/room/window-input";
import { emailAddress, MAX_NAME_LENGTH, personName } from "@/lib/domain/roster/person-input";
import { FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR } from "@/lib/domain/roster/roster-input";

const notAYear: Problem = "not-a-year";

const fields = {
  name: personName
    .refine((name) => name !== "", "missing" satisfies Problem)
    .meta({ maxLength: MAX_NAME_LENGTH, example: "Ilse Brandt" }),
  email: z.union([emailAddress, z.null()], "not-an-address" satisfies Problem).meta({
    description: "Null for somebody who gets no mail.",
    example: "ilse@example.org",
  }),
  timeZone: timeZone.meta({ description: "IANA name.", example: "Europe/Berlin" }),
  birthYear: z
    .int(notAYear)
    .min(FIRST_BIRTH_YEAR, notAYear)
    .max(LAST_BIRTH_YEAR, notAYear)
    .nullable(),
};

/** A new person. */
export const newPersonRequest = z
  .strictObject({
    ...fields,
    email: fields.email.optional(),
    birthYear: fields.birthYear.optional(),
  })
  .transform(({ name, email = null, timeZone, birthYear = null }) => {
    return { name, email, timeZone, birthYear };
  });

/** What may change about a person. What is left out stays. */
export const editPersonRequest = z
  .strictObject({
    name: fields.name.optional(),
    email: fields.email.optional(),
    timeZone: fields.timeZone.optional(),
    birthYear: fields.birthYear.optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, "nothing-to-change" satisfies Problem)
  .transform(({ name, email, timeZone, birthYear }) => ({
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(timeZone !== undefined && { timeZone }),
    ...(birthYear !== undefined && { birthYear }),
  }));

import "server-only";
import { z } from "zod";

/** One thing that is wrong with a request. */
const wrongPart = z.strictObject({
  detail: z.string().meta({ description: "What is wrong and how to put it right." }),
  code: z.string().meta({ description: "The same for programs.", example: "not-an-address" }),
  pointer: z.string().optional().meta({
    description: "Where in the body, as a JSON Pointer.",
    example: "#/seats/0/person/email",
  }),
  parameter: z
    .string()
    .optional()
    .meta({ description: "Which parameter of the address.", example: "limit" }),
});

/** A failure as RFC 9457 writes it. */
export const problemBody = z
  .strictObject({
    type: z.url().meta({ description: "Where this reference explains the failure." }),
    title: z.string().meta({ description: "What happened and what to do next." }),
    status: z.int(),
    code: z.string().meta({ description: "The failure for programs; stays the same." }),
    instance: z.string().meta({ description: "This very request; name it when you ask for help." }),
    errors: z.array(wrongPart).optional(),
  })
  .meta({ id: "Problem" });

export type ProblemBody = z.input<typeof problemBody>;

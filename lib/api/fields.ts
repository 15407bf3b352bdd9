import "server-only";
import { z } from "zod";
import { isId } from "@/lib/domain/id";
import type { Problem } from "@/lib/domain/problem";

/** The most entries of a page. */
const MAX_PAGE = 100;
const USUAL_PAGE = 25;

/** An instant in a request: RFC 3339 with its offset. */
export const instant = z.iso
  .datetime({ offset: true, error: "not-an-instant" satisfies Problem })
  .transform((text) => new Date(text))
  .meta({ example: "2030-03-14T14:00:00+01:00" });

/** An instant in an answer: RFC 3339 in UTC, to the millisecond. */
export const toldInstant = z.iso.datetime({ precision: 3 }).meta({
  example: "2030-03-14T13:00:00.000Z",
});

/** An id in an answer. */
export const toldId = z.uuid().meta({ example: "019a4c7e-5f10-7c3a-9d21-8b6f0e4a7c55" });

/** An id in a query or body; what it names is for the operation to find. */
export const askedId = z
  .string("not-an-id" satisfies Problem)
  .refine(isId, "not-an-id" satisfies Problem)
  .meta({ format: "uuid" });

const idInPath = z.string().meta({ format: "uuid" });

/** What addresses are made of. An id of another organization is answered as one of nobody. */
export const roomAddress = z.object({ roomId: idInPath });
export const seatAddress = roomAddress.extend({ seatId: idInPath });
export const linkAddress = seatAddress.extend({ linkId: idInPath });
export const callAddress = roomAddress.extend({ callId: idInPath });
export const personAddress = z.object({ personId: idInPath });
export const webhookAddress = z.object({ webhookId: idInPath });
export const deliveryAddress = webhookAddress.extend({ deliveryId: idInPath });

/** A whole number in a query, within its limits. */
export function countIn(min: number, max: number) {
  return z
    .string("not-a-number" satisfies Problem)
    .regex(/^\d{1,9}$/, "not-a-number" satisfies Problem)
    .transform(Number)
    .refine((count) => min <= count && count <= max, "not-a-number" satisfies Problem)
    .meta({ override: { type: "integer", minimum: min, maximum: max } });
}

/** `true` or `false` in a query. */
export const flag = z
  .enum(["true", "false"], "not-offered" satisfies Problem)
  .transform((text) => text === "true");

/** How long a page is. */
export const pageLimit = countIn(1, MAX_PAGE)
  .optional()
  .transform((limit) => limit ?? USUAL_PAGE)
  .meta({ description: `Entries of a page, at most ${MAX_PAGE}; ${USUAL_PAGE} unless asked.` });

/** Where a page starts, where its place is an id. */
export const afterId = z
  .string("not-a-place" satisfies Problem)
  .refine(isId, "not-a-place" satisfies Problem)
  .optional()
  .transform((id) => id ?? null)
  .meta({ description: "From the `Link` of the page before." });

export const pageQuery = z.strictObject({ after: afterId, limit: pageLimit });

/** A page: what stands on it. Its successor's address is in the `Link` header. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item) });
}

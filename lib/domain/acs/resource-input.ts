import { z } from "zod";
import { isOwnMachine } from "@/lib/domain/own-machine";
import type { Problem } from "@/lib/domain/problem";
import { filledLineOf } from "@/lib/domain/text";

const MAX_NAME_LENGTH = 60;
const MOST_ORIGINS = 20;

const resourceId = z.string("not-valid" satisfies Problem);

export const newResourceInput = z.object({
  name: filledLineOf(MAX_NAME_LENGTH, "key-name-too-long"),
});

export const deleteResourceInput = z.object({ resourceId });

export const replaceAccessKeyInput = z.object({
  resourceId,
  slot: z.enum(["primary", "secondary"], "not-offered" satisfies Problem),
});

/** Origins of pages as a person types them: spaces or commas between. */
export const resourceOriginsInput = z.object({
  resourceId,
  origins: z
    .string("not-valid" satisfies Problem)
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
    .refine((origins) => origins.length <= MOST_ORIGINS, "not-valid" satisfies Problem)
    .refine((origins) => origins.every(isOrigin), "not-an-origin" satisfies Problem),
});

export type ResourceOriginsInput = z.output<typeof resourceOriginsInput>;
export type ReplaceAccessKeyInput = z.output<typeof replaceAccessKeyInput>;

/** Whoever could change a page on its way could take its users' tokens: only one's own machine goes without TLS. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === "https:" || isOwnMachine(hostname));
}

import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";
import { filledLineOf } from "@/lib/domain/text";
import { SCOPES, type Scope } from "./scope";

const MAX_KEY_NAME_LENGTH = 60;

/** For how many days a new key may be good; null is without an end. */
export const KEY_LIFETIMES = { month: 30, quarter: 90, year: 365, endless: null } as const;

export type KeyLifetime = keyof typeof KEY_LIFETIMES;

const LIFETIMES: readonly KeyLifetime[] = ["month", "quarter", "year", "endless"];

/** Ticked boxes: none, one, or several under the same name. */
const scopes = z
  .union([z.string(), z.array(z.string())], "not-valid" satisfies Problem)
  .optional()
  .transform((ticked): Scope[] => SCOPES.filter((scope) => [ticked].flat().includes(scope)))
  .refine((chosen) => chosen.length > 0, "choose-one" satisfies Problem);

/** A new key: its name for people, what it may do, and for how long. */
export const newKeyInput = z.object({
  name: filledLineOf(MAX_KEY_NAME_LENGTH, "key-name-too-long"),
  scopes,
  lifetime: z.enum(LIFETIMES, "not-offered" satisfies Problem),
});

export const revokeKeyInput = z.object({ keyId: z.string("not-valid" satisfies Problem) });

export type NewKeyInput = z.output<typeof newKeyInput>;

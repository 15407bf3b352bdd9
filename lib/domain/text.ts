import { z } from "zod";
import type { Problem } from "./problem";

// Control characters (line breaks among them) and the marks that turn the direction of what follows:
// they can split a mail header or make a name read as another. Joiners stay; scripts and emoji need them.
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/u;
// Spaces of no width, which make two equal names different.
const NO_WIDTH = /[\u00AD\u180E\u200B\u2060\uFEFF]/gu;
const TAG = /<\s*[a-z/!?]/iu;

/**
 * One line of text that a person typed: trimmed, composed (NFC), with single spaces, and at most
 * `maxLength` characters. Control characters and mark-up are refused, not repaired, so that nobody's
 * text is changed without their knowing.
 */
export function lineOf(maxLength: number, tooLong: Problem) {
  return z
    .string("not-valid" satisfies Problem)
    .transform((text) => text.normalize("NFC").replace(NO_WIDTH, "").trim())
    .refine((text) => !UNSEEN.test(text), "control-characters" satisfies Problem)
    .transform((text) => text.replace(/\s+/gu, " "))
    .refine((text) => !TAG.test(text), "mark-up" satisfies Problem)
    .refine((text) => Array.from(text).length <= maxLength, tooLong);
}

/** A line that has to say something. */
export function filledLineOf(maxLength: number, tooLong: Problem) {
  return lineOf(maxLength, tooLong).refine((text) => text !== "", "missing" satisfies Problem);
}

/** An optional line; null when it is empty or left out. */
export function optionalLineOf(maxLength: number, tooLong: Problem) {
  return lineOf(maxLength, tooLong)
    .optional()
    .transform((text) => text || null);
}

/** A whole number as a form sends it, between `min` and `max`. */
export function wholeNumberOf(min: number, max: number, problem: Problem) {
  return z
    .string(problem)
    .trim()
    .regex(/^-?\d{1,7}$/, problem)
    .transform(Number)
    .refine((number) => min <= number && number <= max, problem);
}

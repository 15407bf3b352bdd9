import { AppError } from "./errors";

/**
 * What can be wrong with one field of a form. Schemas give these as their messages; the words for
 * people stand in `lib/words` under the same name.
 */
export const PROBLEMS = [
  "missing",
  "not-valid",
  "not-offered",
  "control-characters",
  "mark-up",
  "title-too-long",
  "name-too-long",
  "reason-too-long",
  "not-an-address",
  "not-a-url",
  "not-an-origin",
  "not-https",
  "not-a-date",
  "not-a-time",
  "not-a-zone",
  "not-a-length",
  "not-a-lead",
  "not-a-limit",
  "not-a-year",
  "in-the-past",
  "same-time",
  "ends-before-start",
  "too-short",
  "window-too-long",
  "unusual-length",
  "too-far-ahead",
  "already-on-roster",
  "not-your-room",
  "name-needed",
  "name-of-host",
  "key-name-too-long",
  "choose-one",
  "not-an-instant",
  "not-a-number",
  "not-a-place",
  "not-known-here",
  "not-an-id",
  "address-taken",
  "address-of-staff",
  "nothing-to-change",
  "too-many-people",
] as const;

export type Problem = (typeof PROBLEMS)[number];

/** Whether a schema's message is one of ours. */
export function isProblem(message: string): message is Problem {
  return PROBLEMS.some((problem) => problem === message);
}

/** An input that only the operation could see to be wrong, by field. */
export class FieldProblems extends AppError {
  constructor(readonly fields: Readonly<Record<string, Problem>>) {
    super("invalid-input");
  }
}

import type { FailureCode } from "./errors";

/**
 * What a form learns after it was sent: done, with what it may show once; or what is wrong, beside
 * which field, and what was typed.
 */
export type Outcome =
  | { ok: true; told?: Record<string, string> }
  | {
      ok: false;
      code?: FailureCode;
      message: string;
      fields?: Record<string, string>;
      values?: Record<string, string>;
    };

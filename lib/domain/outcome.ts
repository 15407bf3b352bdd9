/** What a form learns after it was sent: done, or what is wrong, beside which field, and what was typed. */
export type Outcome =
  | { ok: true }
  | {
      ok: false;
      message: string;
      fields?: Record<string, string>;
      values?: Record<string, string>;
    };

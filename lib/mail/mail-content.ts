import "server-only";

/** One line of facts under a label: "When", and one or more lines. */
export type FactRow = { label: string; lines: string[] };

/** What a mail says, before it becomes text and HTML. Plain text throughout, nothing is mark-up. */
export type MailContent = {
  subject: string;
  /** Who writes: the small line above the heading. */
  sender: string;
  heading: string;
  paragraphs: string[];
  facts: FactRow[];
  /** The one thing to do; null when there is none. */
  button: { label: string; url: string; copyHint: string } | null;
  notes: string[];
  footer: string;
};

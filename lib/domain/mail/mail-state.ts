/** How it stands with the mails to one seat. */
export type MailState = {
  seatId: string;
  /** When the last mail went out; null before the first. */
  sentAt: Date | null;
  /** When a mail server refused the address for good; null once a mail got through. */
  refusedAt: Date | null;
  /** Whether a mail waits for another try, or was given up after the last. */
  trouble: "trying again" | "given up" | null;
};

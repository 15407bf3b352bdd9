/** How a link was handed out: in a mail, copied, at an open door, or carried to the new date. */
export const LINK_ORIGINS = ["mail", "copied", "open", "moved"] as const;

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Whether `text` has the form of a personal link's secret: 128 bits in base64url. */
export function isLinkToken(text: string): boolean {
  return TOKEN.test(text);
}

const KEPT_AFTER_CLOSE_MS = 7 * 24 * 60 * 60_000;

/** How long a browser remembers whose seat it has: a week longer than the room, to read how it ended. */
export function rememberSeatUntil(closesAt: Date): Date {
  return new Date(closesAt.getTime() + KEPT_AFTER_CLOSE_MS);
}

import "server-only";
import { createHash } from "node:crypto";
import { env } from "@/lib/env";

/** Sessions end after a day without use, and after a week anyway. */
export const IDLE_SECONDS = 24 * 60 * 60;
export const LONGEST_SECONDS = 7 * 24 * 60 * 60;

/** Use moves a session's end at most this often. */
const EXTEND_EVERY_SECONDS = 5 * 60;

/** Whether cookies travel over TLS only: everywhere but on a machine of one's own. */
export function isSecure(): boolean {
  return env().PUBLIC_URL.startsWith("https:");
}

/** The name of the session's cookie; `__Host-` makes browsers keep it to this host and to TLS. */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-session" : "session";
}

/** What stands in the database instead of a session's token. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** When a session that is used at `now` ends if it is not used again. */
export function endOfSession(createdAt: Date, now: Date): Date {
  const idleEnd = now.getTime() + IDLE_SECONDS * 1000;
  return new Date(Math.min(idleEnd, createdAt.getTime() + LONGEST_SECONDS * 1000));
}

/** The end a used session gets; null while moving it is not worth a write. */
export function laterEnd(session: { createdAt: Date; expires: Date }, now: Date): Date | null {
  const end = endOfSession(session.createdAt, now);
  const gainedMs = end.getTime() - session.expires.getTime();
  return gainedMs >= EXTEND_EVERY_SECONDS * 1000 ? end : null;
}

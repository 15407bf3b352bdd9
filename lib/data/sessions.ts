import "server-only";
import { database } from "./client";

/** Somebody's being signed in, as long as it lasts. */
export type SessionFacts = { address: string; createdAt: Date; expires: Date };

/** The session behind a token's hash; null when it is unknown or over at `now`. */
export async function findSession(tokenHash: string, now: Date): Promise<SessionFacts | null> {
  const session = await database().session.findFirst({
    where: { sessionToken: tokenHash, expires: { gt: now } },
    select: { createdAt: true, expires: true, user: { select: { email: true } } },
  });
  const address = session?.user.email;
  return session && address
    ? { address, createdAt: session.createdAt, expires: session.expires }
    : null;
}

/** Makes a session last until `expires`; does nothing when it has ended meanwhile. */
export async function extendSession(tokenHash: string, expires: Date): Promise<void> {
  await database().session.updateMany({ where: { sessionToken: tokenHash }, data: { expires } });
}

/** Ends a session; does nothing when there is none. */
export async function removeSession(tokenHash: string): Promise<void> {
  await database().session.deleteMany({ where: { sessionToken: tokenHash } });
}

/** Forgets the sessions that were over and the sign-in links that were too old at `now`. */
export async function removeExpiredSignIns(now: Date): Promise<void> {
  await database().session.deleteMany({ where: { expires: { lte: now } } });
  await database().verificationToken.deleteMany({ where: { expires: { lte: now } } });
}

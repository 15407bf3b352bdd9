import "server-only";
import { hashSessionToken, laterEnd, sessionCookieName } from "@/lib/auth/session-cookie";
import { listMembershipsOf, type Membership } from "@/lib/data/members";
import { extendSession, findSession } from "@/lib/data/sessions";
import { readCookie } from "./request-cookies";

/** The organization that a member of several chose to see. */
export const ORGANIZATION_COOKIE = "organization";

/**
 * Every membership of whoever a request is signed in as; none when nobody is. Asked anew for every
 * request: who is taken off the staff is out with the next click.
 */
export async function listMembershipsBy(asked: Headers): Promise<Membership[]> {
  const token = readCookie(asked, sessionCookieName());
  if (!token) return [];
  const now = new Date();
  const tokenHash = hashSessionToken(token);
  const session = await findSession(tokenHash, now);
  if (!session) return [];
  const end = laterEnd(session, now);
  if (end) await extendSession(tokenHash, end);
  return listMembershipsOf(session.address);
}

/** The membership that a request acts with: the chosen organization's, else the first. */
export async function findMembershipBy(asked: Headers): Promise<Membership | null> {
  return chooseMembership(await listMembershipsBy(asked), asked);
}

export function chooseMembership(
  memberships: readonly Membership[],
  asked: Headers,
): Membership | null {
  const chosen = readCookie(asked, ORGANIZATION_COOKIE);
  const match = memberships.find(({ organizationId }) => organizationId === chosen);
  return match ?? memberships[0] ?? null;
}

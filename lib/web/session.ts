import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { hashSessionToken, laterEnd, sessionCookieName } from "@/lib/auth/session-cookie";
import { listMembershipsOf, type Membership } from "@/lib/data/members";
import { extendSession, findSession } from "@/lib/data/sessions";

/** The organization that a member of several chose to see. */
export const ORGANIZATION_COOKIE = "organization";

/**
 * Every membership of whoever this browser is signed in as; none when nobody is. Asked once for
 * each request, and anew for every request: who is taken off the staff is out with the next click.
 */
export const listMemberships = cache(async (): Promise<Membership[]> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return [];
  const now = new Date();
  const tokenHash = hashSessionToken(token);
  const session = await findSession(tokenHash, now);
  if (!session) return [];
  const end = laterEnd(session, now);
  if (end) await extendSession(tokenHash, end);
  return listMembershipsOf(session.address);
});

/** The membership that this browser acts with: the chosen organization's, else the first. */
export async function findMembership(): Promise<Membership | null> {
  const memberships = await listMemberships();
  const chosen = (await cookies()).get(ORGANIZATION_COOKIE)?.value;
  const match = memberships.find(({ organizationId }) => organizationId === chosen);
  return match ?? memberships[0] ?? null;
}

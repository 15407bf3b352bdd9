import "server-only";
import { findSignInAddress } from "@/lib/data/sign-in-tokens";
import { env } from "@/lib/env";
import { hashSignInToken } from "./make-sign-in-link";
import { ownPath } from "./own-path";
import { runNextAuth, type AuthAnswer } from "./run-next-auth";
import { problemPath } from "./sign-in-problem";

/** Whose link this is, without using it up; null when it is unknown, used or too old. */
export function findOwnerOfLink(token: string, now: Date): Promise<string | null> {
  return findSignInAddress(hashSignInToken(token), now);
}

/** Uses a sign-in link up and opens a session. */
export async function openSignInLink(
  { token, next }: { token: string; next?: string | undefined },
  cookies: Record<string, string>,
): Promise<AuthAnswer> {
  const address = await findOwnerOfLink(token, new Date());
  if (!address) return { location: problemPath("link"), cookies: [] };
  const callbackUrl = env().PUBLIC_URL + ownPath(next);
  const query = { token, email: address, callbackUrl };
  return runNextAuth({ action: "callback", providerId: "email", query, cookies });
}

import "server-only";
import { env } from "@/lib/env";
import { OIDC_PROVIDER_ID } from "./oidc-provider";
import { ownPath } from "./own-path";
import { runNextAuth, type AuthAnswer } from "./run-next-auth";

/** Sends the browser to the configured provider, with state, nonce and PKCE in its cookies. */
export function openProvider(
  next: string | undefined,
  cookies: Record<string, string>,
): Promise<AuthAnswer> {
  const callbackUrl = env().PUBLIC_URL + ownPath(next);
  return runNextAuth({ action: "signin", providerId: OIDC_PROVIDER_ID, callbackUrl, cookies });
}

/** Takes what the provider answered and opens a session. */
export function returnFromProvider(
  query: Record<string, string>,
  cookies: Record<string, string>,
): Promise<AuthAnswer> {
  const { callbackUrl: _, ...answer } = query;
  return runNextAuth({ action: "callback", providerId: OIDC_PROVIDER_ID, query: answer, cookies });
}

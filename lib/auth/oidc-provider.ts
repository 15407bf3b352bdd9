import "server-only";
import { decodeJwt } from "jose";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/lib/env";

/** What we read of an identity: who, which address, and whether the provider vouches for it. */
export const identityClaims = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

export type IdentityClaims = z.infer<typeof identityClaims>;

/** The id of the configured provider in addresses and in the database. */
export const OIDC_PROVIDER_ID = "oidc";

/** What the button of the configured OpenID Connect provider says; null when there is none. */
export function oidcProviderName(): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  return OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET ? OIDC_NAME : null;
}

/** The configured OpenID Connect provider as next-auth wants it; none when there is none. */
export function oidcProviders(): OAuthConfig<IdentityClaims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  const name = oidcProviderName();
  if (!name || !OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: OIDC_PROVIDER_ID,
      name,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/+$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      userinfo: { request: ({ client, tokens }) => readIdentity(tokens, client) },
      profile: (claims) => ({ id: claims.sub, email: claims.email ?? null }),
      // Safe because `maySignIn` refuses every address that the provider does not vouch for.
      allowDangerousEmailAccountLinking: true,
    },
  ];
}

type Tokens = { id_token?: string; access_token?: string };
type Client = { userinfo(accessToken: string): Promise<Record<string, unknown>> };

/**
 * What the provider says of the person. The ID token's signature, issuer, audience and nonce are
 * checked before; providers that keep the address out of it tell it at their userinfo address.
 */
async function readIdentity(tokens: Tokens, client: Client) {
  const claims = decodeJwt(tokens.id_token ?? "");
  const isComplete = "email" in claims && "email_verified" in claims;
  const more = isComplete ? {} : await client.userinfo(tokens.access_token ?? "");
  if (more.sub !== undefined && more.sub !== claims.sub) throw new Error("Two different subjects.");
  const { email, ...rest } = identityClaims.parse({ ...more, ...claims });
  return email === undefined ? rest : { ...rest, email };
}

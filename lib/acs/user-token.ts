import "server-only";
import { createHash, hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { TOKEN_SCOPES } from "@/lib/domain/acs/token-input";
import type { UserClaims } from "@/lib/domain/acs/user-claims";
import { env } from "@/lib/env";

const ALGORITHM = "HS256";

/** What ACS writes there; clients that look at it want a number. */
const SKYPE_SCOPE = 1792;

const claimsShape = z.object({
  skypeid: z.string().min(1),
  acsScope: z.string(),
  resourceId: z.string().min(1),
  exp: z.number(),
  issuedMs: z.number(),
  keyPrint: z.string().nullable(),
});

/** The token of a user, with the claims that clients of ACS look at. */
export function mintUserToken(claims: UserClaims): Promise<string> {
  const { rawId, resourceId, scopes, keyPrint, issuedAt, expiresAt } = claims;
  const issued = Math.floor(issuedAt.getTime() / 1000);
  return new SignJWT({
    skypeid: rawId.replace(/^8:/, ""),
    scp: SKYPE_SCOPE,
    csi: String(issued),
    acsScope: scopes.join(","),
    resourceId,
    keyPrint,
    issuedMs: issuedAt.getTime(),
  })
    .setProtectedHeader({ alg: ALGORITHM, kid: signingKey().print, typ: "JWT" })
    .setIssuedAt(issued)
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(signingKey().secret);
}

/**
 * What a token says that is genuine and has not ended at `now`; null for any other. Whether its user
 * was deleted or its tokens revoked is for `findTokenHolder` to say.
 */
export async function verifyUserToken(token: string, now: Date): Promise<UserClaims | null> {
  try {
    const options = { algorithms: [ALGORITHM], currentDate: now, requiredClaims: ["exp"] };
    const { payload } = await jwtVerify(token, signingKey().secret, options);
    const { skypeid, acsScope, resourceId, exp, issuedMs, keyPrint } = claimsShape.parse(payload);
    const named = acsScope.split(",");
    return {
      rawId: `8:${skypeid}`,
      resourceId,
      scopes: TOKEN_SCOPES.filter((scope) => named.includes(scope)),
      keyPrint,
      issuedAt: new Date(issuedMs),
      expiresAt: new Date(exp * 1000),
    };
  } catch {
    // jose throws for whatever is wrong with it; here all of it is the same.
    return null;
  }
}

let made: { secret: Uint8Array; print: string } | undefined;

/** Derived from AUTH_SECRET, for nothing but these tokens. */
function signingKey() {
  if (!made) {
    const secret = Buffer.from(
      hkdfSync("sha256", env().AUTH_SECRET, "", "rostrum user tokens", 32),
    );
    made = { secret, print: createHash("sha256").update(secret).digest("hex").slice(0, 16) };
  }
  return made;
}

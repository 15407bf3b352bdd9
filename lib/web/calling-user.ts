import "server-only";
import { verifyUserToken } from "@/lib/acs/user-token";
import { isOriginOfResource } from "@/lib/data/allowed-origins";
import { database } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import { isOwnOrigin } from "@/lib/domain/own-origin";
import { env } from "@/lib/env";
import { findTokenHolder } from "@/lib/operations/acs/find-token-holder";
import type { CallingUser } from "@/lib/operations/context";

const BEARER = /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Tokens of ACS name their user so; those of somebody who is no ACS user do not. */
const NAMES_USER = '"skypeid"';

/**
 * The user whose token a request carries, on a page that may use it: one of ours, one of an origin
 * that their resource allows, or none at all, as programs without a browser send.
 *
 * @throws AppError "user-token-refused", "user-not-for-calls" or "foreign-origin".
 */
export async function callingUserOf({ headers }: Request): Promise<CallingUser> {
  const [, token = ""] = BEARER.exec(headers.get("authorization") ?? "") ?? [];
  const claims = await verifyUserToken(token, new Date());
  if (!claims) throw new AppError(refusalOf(token));
  const holder = await findTokenHolder(claims);
  if (!holder) throw new AppError("user-token-refused");
  await requireAllowedOrigin(headers, holder.resourceId);
  const { scopes } = claims;
  if (!scopes.includes("voip") && !scopes.includes("voip.join")) {
    throw new AppError("user-not-for-calls");
  }
  const { organizationId, resourceId, rawId, personId } = holder;
  const mayTakeSeat = scopes.includes("voip");
  return { kind: "calling-user", organizationId, resourceId, rawId, personId, mayTakeSeat };
}

/** A whole token of somebody else's making names no ACS user; all others are simply not good. */
function refusalOf(token: string): "user-not-for-calls" | "user-token-refused" {
  const [, payload = ""] = token.split(".");
  const says = Buffer.from(payload, "base64url").toString();
  const isForeign = says.startsWith("{") && !says.includes(NAMES_USER);
  return isForeign ? "user-not-for-calls" : "user-token-refused";
}

async function requireAllowedOrigin(headers: Headers, resourceId: string): Promise<void> {
  const origin = headers.get("origin");
  if (origin === null || isOwnOrigin(origin, headers.get("host"), env().PUBLIC_URL)) return;
  if (!(await isOriginOfResource(database(), origin, resourceId))) {
    throw new AppError("foreign-origin");
  }
}

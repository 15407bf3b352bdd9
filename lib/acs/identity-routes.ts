import "server-only";
import { parseRawId } from "@/lib/domain/acs/raw-id";
import { readTokenInput, type TokenInput } from "@/lib/domain/acs/token-input";
import { formatInstant, toInstant } from "@/lib/domain/acs/instant";
import { createAcsUser } from "@/lib/operations/acs/create-acs-user";
import { deleteAcsUser } from "@/lib/operations/acs/delete-acs-user";
import { grantAcsToken } from "@/lib/operations/acs/grant-acs-token";
import { revokeAcsTokens } from "@/lib/operations/acs/revoke-acs-tokens";
import { jsonOf, type AcsRequest } from "./acs-request";
import type { Call, Reply } from "./route";
import { mintUserToken } from "./user-token";
import { requireIdentityVersion } from "./versions";
import { invalidField, WireError } from "./wire-error";

export async function answerCreateUser(call: Call): Promise<Reply> {
  requireIdentityVersion(call.request);
  const { createTokenWithScopes: scopes, expiresInMinutes } = requireFields(call.request);
  const wantsToken = Array.isArray(scopes) && scopes.length > 0;
  const isPlain = (scopes ?? null) === null || (Array.isArray(scopes) && scopes.length === 0);
  const token =
    wantsToken || !isPlain
      ? requireToken(readTokenInput({ scopes, expiresInMinutes }, "createTokenWithScopes"))
      : null;
  const { rawId } = await createAcsUser(call.ctx);
  const accessToken = token && (await mintFor(call, rawId, token));
  const body = { identity: { id: rawId }, ...(accessToken && { accessToken }) };
  return { status: 201, body };
}

export async function answerIssueToken(call: Call): Promise<Reply> {
  requireIdentityVersion(call.request);
  const { scopes = null, expiresInMinutes } = requireFields(call.request);
  const token = requireToken(readTokenInput({ scopes, expiresInMinutes }));
  return { status: 200, body: await mintFor(call, requireUserId(call), token) };
}

export async function answerRevokeTokens(call: Call): Promise<Reply> {
  requireIdentityVersion(call.request);
  await revokeAcsTokens(call.ctx, requireUserId(call));
  return { status: 204 };
}

export async function answerDeleteUser(call: Call): Promise<Reply> {
  requireIdentityVersion(call.request);
  await deleteAcsUser(call.ctx, requireUserId(call));
  return { status: 204 };
}

async function mintFor({ ctx, caller }: Call, rawId: string, input: TokenInput) {
  const claims = await grantAcsToken(ctx, rawId, input, caller.keyPrint);
  const expiresOn = formatInstant(toInstant(claims.expiresAt));
  return { token: await mintUserToken(claims), expiresOn };
}

function requireToken(read: ReturnType<typeof readTokenInput>): TokenInput {
  if ("problem" in read) throw invalidField(read.problem);
  return read.token;
}

function requireFields(request: AcsRequest): Record<string, unknown> {
  const fields = jsonOf(request);
  if (!fields) throw invalidField({ target: "$", message: "The body is not an object of JSON." });
  return fields;
}

/** What is no raw id cannot be the resource's own either. */
function requireUserId({ parts: [rawId = ""] }: Call): string {
  if (!parseRawId(rawId)) throw notOwned();
  return rawId;
}

/** The answer to every id that is not a user of this resource. */
export function notOwned(): WireError {
  const message = "Provided identity doesn't belong to the resource.";
  return new WireError(401, "IdentityNotOwned", message);
}

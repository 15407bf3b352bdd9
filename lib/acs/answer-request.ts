import "server-only";
import { findAcsResource } from "@/lib/data/acs-resources";
import { isDatabaseUnreachable } from "@/lib/data/is-database-unreachable";
import { vanishedBefore } from "@/lib/domain/acs/vanished";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Context } from "@/lib/operations/context";
import type { AcsRequest } from "./acs-request";
import { authenticate } from "./authenticate";
import { notOwned } from "./identity-routes";
import { noteDenied } from "./denials";
import type { Reply } from "./route";
import { routesAt } from "./routes";
import { versionHeaders } from "./versions";
import { Denied, notFound, unavailable, WireError } from "./wire-error";

/** What the wire needs of the world outside. */
export type Outside = Pick<Context<unknown>, "calls" | "announce">;

/** Answers one request; whatever goes wrong becomes an answer in the shape of ACS. */
export async function answerRequest(request: AcsRequest, outside: Outside): Promise<Reply> {
  const found = routesAt(request.path);
  const match = found.find(({ route }) => route.method === request.method);
  const area = found[0]?.route.area ?? "rooms";
  const began = performance.now();
  let resourceId: string | null = null;
  let reply: Reply;
  try {
    if (!match)
      throw found.length > 0 ? wrongMethod(found.map(({ route }) => route.method)) : notFound();
    const now = new Date();
    const caller = await authenticate(request, now);
    const { actor } = caller;
    resourceId = actor.resourceId;
    const ctx = { ...outside, actor, now };
    const left = vanishedBefore(now, env().ACS_GRACE_DAYS);
    const call = { request, ctx, caller, parts: match.parts, vanishedBefore: left };
    reply = await match.route.answer(call);
  } catch (error) {
    reply = toReply(toWireError(await orDeleted(error, resourceId)), area);
  }
  const durationMs = Math.round(performance.now() - began);
  const operation = match?.route.name ?? null;
  log.debug({ operation, status: reply.status, resourceId, durationMs }, "acs request");
  return { ...reply, headers: { ...versionHeaders(area), ...reply.headers } };
}

/** A resource may be deleted within the second in which its keys are still known: then nothing of it can be written. */
async function orDeleted(error: unknown, resourceId: string | null): Promise<unknown> {
  if (error instanceof WireError || error instanceof AppError || !resourceId) return error;
  if (isDatabaseUnreachable(error)) return error;
  // Where even that cannot be asked, the first failure is the one to tell of.
  const known = await findAcsResource(resourceId).catch(() => true);
  return known ? error : new Denied("resource-deleted");
}

function wrongMethod(allowed: readonly string[]): WireError {
  const message = "The HTTP method is not allowed here.";
  return new WireError(405, "MethodNotAllowed", message, {
    headers: { Allow: allowed.join(", ") },
  });
}

function toWireError(error: unknown): WireError {
  if (error instanceof Denied) noteDenied(error.reason);
  if (error instanceof WireError) return error;
  if (error instanceof AppError) {
    if (error.code === "room-not-found") return notFound();
    if (error.code === "not-found") return notOwned();
    if (error.status < 500) return new Denied(error.code);
  }
  const isAway = isDatabaseUnreachable(error) || error instanceof AppError;
  log[isAway ? "warn" : "error"]({ err: error }, "acs request failed");
  if (!isAway) {
    return new WireError(500, "InternalServerError", "The server encountered an internal error.");
  }
  return unavailable(1);
}

/** Errors of identity carry their code in the body alone. */
export function toReply(error: WireError, area: "rooms" | "identity"): Reply {
  const { status, code, message, more } = error;
  const { target, details, headers } = more;
  const inner = {
    code,
    message,
    ...(target !== undefined && { target }),
    ...(details && { details }),
  };
  const codeHeader = area === "rooms" || status === 401 ? { "x-ms-error-code": code } : {};
  return { status, headers: { ...codeHeader, ...headers }, body: { error: inner } };
}

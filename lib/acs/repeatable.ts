import "server-only";
import { createHash } from "node:crypto";
import { asOneTransaction, database } from "@/lib/data/client";
import { findReplay, keepReplay, type Answer, type Repeatable } from "@/lib/data/replays";
import type { Context } from "@/lib/operations/context";
import { headerOf, type AcsRequest } from "./acs-request";
import type { Call, Reply } from "./route";
import { MAX_SKEW_MS } from "./signature";
import { badRequest, WireError } from "./wire-error";

/** How long an answer is given again. */
const KEEP_MS = 24 * 60 * 60_000;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Another request with the same id was faster: what this one did is undone. */
class Overtaken extends Error {}

/**
 * Answers a request that carries a repeatability id once, and each repetition of it in the same way,
 * after a crash and side by side as well. What fails is not kept: it may be tried again.
 *
 * @throws WireError for ids and dates that do not belong together.
 */
export async function answerOnce(call: Call, work: (call: Call) => Promise<Reply>): Promise<Reply> {
  const asked = readRepeatable(call);
  if (!asked) return work(call);
  const before = await replayOf(asked, call.ctx.now);
  if (before) return before;
  const told: string[] = [];
  const ctx = { ...call.ctx, announce: (roomId: string) => void told.push(roomId) };
  try {
    const reply = await asOneTransaction(() => workAndKeep({ ...call, ctx }, asked, work));
    told.forEach((roomId) => call.ctx.announce(roomId));
    return reply;
  } catch (error) {
    const other = error instanceof Overtaken ? await replayOf(asked, call.ctx.now) : null;
    if (!other) throw error;
    return other;
  }
}

async function workAndKeep(
  call: Call,
  asked: Repeatable,
  work: (call: Call) => Promise<Reply>,
): Promise<Reply> {
  const { now } = call.ctx;
  const { status, headers = {}, body } = await work(call);
  const answer = { status, headers, body: JSON.stringify(body) };
  const times = { now, expiresAt: new Date(now.getTime() + KEEP_MS) };
  if (!(await keepReplay(database(), asked, answer, times))) throw new Overtaken();
  return accepted(answer);
}

async function replayOf(asked: Repeatable, now: Date): Promise<Reply | null> {
  const replay = await findReplay(asked, now);
  if (!replay) return null;
  if (!replay.isSameRequest) throw rejected("Another request was made with this id.");
  return accepted(replay.answer);
}

function accepted({ status, headers, body }: Answer): Reply {
  const result = { "Repeatability-Result": "accepted" };
  return { status, headers: { ...headers, ...result }, body: JSON.parse(body) };
}

/** Null when the request carries neither of the two headers. */
function readRepeatable({ request, ctx }: Call): Repeatable | null {
  const id = headerOf(request, "repeatability-request-id");
  const firstSent = headerOf(request, "repeatability-first-sent");
  if (id === undefined && firstSent === undefined) return null;
  if (id === undefined || firstSent === undefined) {
    throw badRequest(
      "Repeatability-Request-ID and Repeatability-First-Sent should be set together.",
    );
  }
  if (!GUID.test(id)) throw badRequest("Invalid value for Repeatability-Request-ID.");
  requireTracked(firstSent, ctx);
  const owner = `acs:${ctx.actor.resourceId}`;
  return { owner, key: id.toLowerCase(), requestHash: hashOf(request, firstSent) };
}

/** Within the time for which answers are kept, and not ahead by more than clocks are. */
function requireTracked(firstSent: string, { now }: Pick<Context<unknown>, "now">): void {
  const ageMs = now.getTime() - Date.parse(firstSent);
  if (Number.isNaN(ageMs)) throw badRequest("Invalid value for Repeatability-First-Sent.");
  if (ageMs >= KEEP_MS || ageMs < -MAX_SKEW_MS) {
    throw rejected("Repeatability-First-Sent lies outside of the time that is kept track of.");
  }
}

function rejected(message: string): WireError {
  const headers = { "Repeatability-Result": "rejected" };
  return new WireError(412, "PreconditionFailed", message, { headers });
}

function hashOf({ method, target, body }: AcsRequest, firstSent: string): Uint8Array<ArrayBuffer> {
  const hash = createHash("sha256").update(`${method}\n${target}\n${firstSent}\n`).update(body);
  return new Uint8Array(hash.digest());
}

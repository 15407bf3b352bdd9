import "server-only";
import { findCallByName, hastenCall } from "@/lib/data/calls";
import { database, inTransaction } from "@/lib/data/client";
import { reportStays } from "@/lib/data/presence";
import type { CallHint } from "@/lib/domain/call/call-hint";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { newsOf } from "@/lib/domain/call/stay";
import type { Context, SystemActor } from "@/lib/operations/context";
import { recordStays } from "./record-stays";

/** One who comes in causes several hints within this time, after which the conductor looks once. */
const LOOK_AFTER_MS = 400;

/**
 * Takes in what the media server says has happened: whose stay began or ended, which pages are told
 * of. It decides nothing else by it, but has the conductor look, whatever it was.
 */
export async function hearHint(ctx: Context<SystemActor>, hint: CallHint): Promise<void> {
  await hastenCall(hint.callName, new Date(ctx.now.getTime() + LOOK_AFTER_MS));
  const news = newsOf(hint);
  const participant = hint.kind === "other" ? null : parseIdentity(hint.identity);
  if (hint.kind === "other" || !news || !participant) return;
  const call = await findCallByName(database(), hint.callName);
  if (!call) return;
  const report = { participant, sid: hint.sid, ...news };
  const isNews = await inTransaction(async (tx) => {
    const changes = await reportStays(tx, call.id, [report]);
    await recordStays(tx, call, changes);
    return changes.length > 0;
  });
  // A place that gets free is waited for.
  if (isNews) ctx.announce(call.roomId, hint.kind === "left" ? "now" : "soon");
}

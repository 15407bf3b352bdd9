import "server-only";
import { findCallByName } from "@/lib/data/calls";
import { database, inTransaction } from "@/lib/data/client";
import { reportStays } from "@/lib/data/presence";
import type { CallHint } from "@/lib/domain/call/call-hint";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { newsOf } from "@/lib/domain/call/stay";
import type { Context, SystemActor } from "@/lib/operations/context";
import { recordStays } from "./record-stays";

/**
 * Takes in what the media server says has happened: whose stay began or ended, which pages are told
 * of. It decides nothing else by it, but has the conductor look, whatever it was.
 */
export async function hearHint(ctx: Context<SystemActor>, hint: CallHint): Promise<void> {
  const call = await findCallByName(database(), hint.callName);
  if (!call) return;
  const isNews = await noteStay(call, hint);
  ctx.announce(call.roomId, isNews ? "everybody" : "conductor");
}

/** @returns whether something was not known yet. */
async function noteStay(call: { id: string; roomId: string }, hint: CallHint): Promise<boolean> {
  const news = newsOf(hint);
  const participant = hint.kind === "other" ? null : parseIdentity(hint.identity);
  if (hint.kind === "other" || !news || !participant) return false;
  return inTransaction(async (tx) => {
    const report = { participant, sid: hint.sid, ...news };
    const changes = await reportStays(tx, call.id, [report]);
    await recordStays(tx, call, changes);
    return changes.length > 0;
  });
}

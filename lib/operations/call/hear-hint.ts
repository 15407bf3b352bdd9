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
 * Takes in what the media server says has happened: whose stay began or ended. It decides nothing
 * else by it, but has everybody who watches the room look again, the conductor too.
 */
export async function hearHint(ctx: Context<SystemActor>, hint: CallHint): Promise<void> {
  const call = await findCallByName(database(), hint.callName);
  if (!call) return;
  const news = newsOf(hint);
  const participant = hint.kind === "other" ? null : parseIdentity(hint.identity);
  if (hint.kind !== "other" && news && participant) {
    await inTransaction(async (tx) => {
      const report = { participant, sid: hint.sid, ...news };
      await recordStays(tx, call, await reportStays(tx, call.id, [report]));
    });
  }
  ctx.announce(call.roomId);
}

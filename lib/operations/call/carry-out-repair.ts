import "server-only";
import { inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { haveRightsChanged } from "@/lib/data/rights-changes";
import type { Intrusion } from "@/lib/domain/call/intrusion";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { SAME_MOMENT_MS, type Repair } from "@/lib/domain/call/reconcile";
import type { Context, SystemActor } from "@/lib/operations/context";
import { endCall } from "./end-call";

type CallInHand = { id: string; roomId: string; name: string };

/** Foreign identities are up to whoever made them up. */
const MAX_IDENTITY_LENGTH = 80;

/** Does one thing of the list on the media server, and writes down what somebody should know of. */
export async function carryOutRepair(
  ctx: Context<SystemActor>,
  call: CallInHand,
  repair: Repair,
): Promise<void> {
  if (repair.do === "end-call") return endCall(ctx, call, "system");
  const { identity } = repair.participant;
  if (repair.do === "remove") {
    await ctx.calls.removeParticipant(call.name, identity);
    if (repair.intrusion) await recordIntruder(ctx, call, identity, repair.intrusion);
  } else {
    await ctx.calls.changeGrant(call.name, identity, repair.grant);
    if (repair.isTooMuch) await recordCorrection(ctx, call, identity);
  }
}

async function recordIntruder(
  ctx: Context<SystemActor>,
  call: CallInHand,
  identity: string,
  why: Intrusion,
): Promise<void> {
  const facts = { identity: identity.slice(0, MAX_IDENTITY_LENGTH), why };
  await inTransaction((tx) =>
    appendRecord(tx, call.roomId, ctx.now, "system", "intruder-removed", facts),
  );
}

async function recordCorrection(
  ctx: Context<SystemActor>,
  call: CallInHand,
  identity: string,
): Promise<void> {
  const participant = parseIdentity(identity);
  if (!participant) return;
  const { roomId } = call;
  const since = new Date(ctx.now.getTime() - SAME_MOMENT_MS);
  await inTransaction(async (tx) => {
    if (await haveRightsChanged(tx, { roomId, seatId: participant.seatId, since })) return;
    await appendRecord(tx, roomId, ctx.now, "system", "rights-corrected", participant);
  });
}

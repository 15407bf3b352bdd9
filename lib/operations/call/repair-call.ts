import "server-only";
import { deferCall } from "@/lib/data/calls";
import { database } from "@/lib/data/client";
import { reconcile } from "@/lib/domain/call/reconcile";
import type { Decision } from "@/lib/domain/room/decision";
import type { Context, SystemActor } from "@/lib/operations/context";
import { carryOutRepair } from "./carry-out-repair";
import type { SeenCall } from "./see-call";

/** When to see whether a repair has held. */
const VERIFY_MS = 500;

/**
 * Makes a call as the decisions on those in it say, and has it looked at again soon when there was
 * anything to do.
 *
 * @throws AppError "call-unreachable" and what the database throws.
 */
export async function repairCall(
  ctx: Context<SystemActor>,
  { call, participants }: SeenCall,
  decisions: ReadonlyMap<string, Decision>,
): Promise<void> {
  const repairs = reconcile({ kind: "open", decisions }, { participants });
  if (repairs.length === 0) return;
  for (const repair of repairs) await carryOutRepair(ctx, call, repair);
  await deferCall(database(), call.id, new Date(ctx.now.getTime() + VERIFY_MS));
  ctx.announce(call.roomId);
}

import "server-only";
import { findOpenCall } from "@/lib/data/calls";
import { database } from "@/lib/data/client";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { reconcile } from "@/lib/domain/call/reconcile";
import type { Context } from "@/lib/operations/context";
import { decideForTickets } from "@/lib/operations/join/decide-for-ticket";

/**
 * Makes what these seats may do in the room's running call what the decision on them says, at once
 * and without a reconnect; puts out whom it no longer admits. Does nothing when no call runs. The
 * conductor does the same a moment later for whatever fails here.
 *
 * @throws AppError "call-unreachable".
 */
export async function setSeatsRight(
  { calls, now }: Pick<Context<unknown>, "calls" | "now">,
  roomId: string,
  seatIds: readonly string[],
): Promise<void> {
  const call = await findOpenCall(database(), roomId);
  if (!call || seatIds.length === 0) return;
  const inCall = await calls.listParticipants(call.name);
  const participants = inCall.filter(({ identity }) => {
    const seatId = parseIdentity(identity)?.seatId;
    return seatId !== undefined && seatIds.includes(seatId);
  });
  const identities = participants.map(({ identity }) => identity);
  const decisions = await decideForTickets(call.name, identities, now);
  const repairs = reconcile({ kind: "open", decisions }, { participants });
  await Promise.all(
    repairs.map(async (repair) => {
      if (repair.do === "end-call") return;
      const { identity } = repair.participant;
      if (repair.do === "remove") await calls.removeParticipant(call.name, identity);
      else await calls.changeGrant(call.name, identity, repair.grant);
    }),
  );
}

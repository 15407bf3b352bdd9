import "server-only";
import { mapRawIds } from "@/lib/data/called-rooms";
import { database } from "@/lib/data/client";
import { toCallingView, type CallingView } from "@/lib/domain/calling/calling-view";
import { ENDS, refusalOf, type EndReason } from "@/lib/domain/calling/end-reason";
import type { AppError, FailureCode } from "@/lib/domain/errors";
import type { Decision } from "@/lib/domain/room/decision";
import type { RoomView } from "@/lib/domain/room/room-view";
import type { CallingUser } from "@/lib/operations/context";
import { words } from "@/lib/words/words";

const PROBLEM = "application/problem+json; charset=utf-8";

/** A room's view in the terms of the user's program. */
export async function describeForUser(user: CallingUser, view: RoomView): Promise<CallingView> {
  const seatIds = [view.me, ...view.people].flatMap((one) => (one ? [one.seatId] : []));
  const rawIds = await mapRawIds(database(), user.resourceId, seatIds);
  return toCallingView(view, (seatId) => rawIds.get(seatId) ?? user.rawId);
}

/** The refusal to join as problem+json, with ACS's code and sub-code and ours with its times; null for none. */
export function callingRefusal(decision: Decision): Response | null {
  const end = refusalOf(decision);
  if (!end || decision.kind !== "refuse") return null;
  const { reason } = decision;
  const times = timesOf(decision);
  const body = {
    type: `urn:rostrum:refusal:${reason}`,
    title: words("calling")(reason, times),
    status: end.code,
    code: reason,
    reason,
    ...endFields(end),
    ...times,
  };
  const headers = { "Content-Type": PROBLEM, "Cache-Control": "no-store" };
  return new Response(JSON.stringify(body), { status: end.code, headers });
}

function timesOf(decision: Extract<Decision, { kind: "refuse" }>): Record<string, string> {
  if (decision.reason === "too-early") return { opensAt: decision.opensAt.toISOString() };
  if (decision.reason === "moved") return { opensAt: decision.to.opensAt.toISOString() };
  if (decision.reason === "too-late") return { closedAt: decision.closedAt.toISOString() };
  return decision.reason === "ended" ? { endedAt: decision.endedAt.toISOString() } : {};
}

const END_OF: Partial<Record<FailureCode, EndReason>> = {
  "user-token-refused": ENDS.unknownUser,
  "user-not-for-calls": ENDS.notForCalls,
};

/** What a failure's problem+json says besides, for clients of ACS. */
export function endFieldsOf({ code }: AppError): object {
  const end = END_OF[code];
  return end ? endFields(end) : {};
}

function endFields({ code, subCode }: EndReason) {
  return { acsCode: code, subCode };
}

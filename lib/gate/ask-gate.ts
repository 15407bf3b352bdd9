import "server-only";
import type { Decision } from "@/lib/domain/room/decision";
import { log } from "@/lib/log";
import { asFailure } from "@/lib/operations/as-failure";
import type { ConnectLimits } from "./connect-limits";
import { FOREIGN_ORIGIN, TOO_MANY, type GateRefusal } from "./gate-refusal";
import { isOwnRequest, type GateRequest } from "./gate-request";
import { readTicket, type Ticket, type TicketKey } from "./read-ticket";

/** What the gate needs to know and may do. */
export type GateKeeper = {
  key: TicketKey;
  /** The address people see. */
  publicUrl: string;
  limits: ConnectLimits;
  /** Whether pages of another origin may connect to this call: a program of its organization's. */
  isAllowedOrigin(origin: string, callName: string): Promise<boolean>;
  /** The decision on a ticket's seat and device in its call, now. */
  decide(ticket: Ticket): Promise<Decision>;
  /** Makes the call exist on the media server, where it was not seen a moment ago. */
  ensureCall(callName: string): Promise<void>;
  /** Told when somebody was let through to a call. */
  onPassed(callName: string): void;
};

/** `reader`: the origin of the page that may read this answer; null for every other. */
export type GateAnswer = { reader: string | null } & (
  { open: true; ticket: Ticket } | { open: false; refusal: GateRefusal }
);

/**
 * May this request go through to LiveKit? Fails closed, with a passing refusal. Another origin than
 * ours is refused unless the call's organization allows it, which only a good ticket can tell.
 */
export async function askGate(request: GateRequest, keeper: GateKeeper): Promise<GateAnswer> {
  const isOwn = isOwnRequest(request, keeper.publicUrl);
  const reading = await readTicket(request, keeper.key);
  if (!reading.ok && !isOwn) return shut(FOREIGN_ORIGIN, null);
  if (!reading.ok) {
    const isKnocking = await keeper.limits.countBadTicket(request.address);
    return shut(isKnocking ? TOO_MANY : reading.refusal, request.origin);
  }
  const { ticket } = reading;
  if (await keeper.limits.countConnect(ticket.identity)) {
    return shut(TOO_MANY, isOwn ? request.origin : null);
  }
  return orPassing(ticket, async () => {
    const isReader = isOwn || (await isAllowed(request.origin, ticket, keeper));
    if (!isReader) return shut(FOREIGN_ORIGIN, null);
    return askDecision(ticket, keeper, request.origin);
  });
}

async function isAllowed(origin: string | null, { callName }: Ticket, keeper: GateKeeper) {
  return origin !== null && URL.canParse(origin) && keeper.isAllowedOrigin(origin, callName);
}

async function askDecision(
  ticket: Ticket,
  keeper: GateKeeper,
  reader: string | null,
): Promise<GateAnswer> {
  const decision = await keeper.decide(ticket);
  if (decision.kind !== "admit") return shut({ status: 403, code: decision.reason }, reader);
  // A media server that was restarted knows no calls until it is told.
  await keeper.ensureCall(ticket.callName);
  return { open: true, ticket, reader };
}

/** What fails here passes: the client tries again. */
async function orPassing(
  { participant: { seatId } }: Ticket,
  ask: () => Promise<GateAnswer>,
): Promise<GateAnswer> {
  try {
    return await ask();
  } catch (error) {
    const failure = asFailure(error);
    if (failure) {
      log.warn({ seatId, err: failure }, "the gate could not decide");
      return shut({ status: 503, code: failure.code }, null);
    }
    log.error({ seatId, err: error }, "the gate failed");
    return shut({ status: 503, code: "unexpected" }, null);
  }
}

function shut(refusal: GateRefusal, reader: string | null): GateAnswer {
  return { open: false, refusal, reader };
}

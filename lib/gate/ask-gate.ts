import "server-only";
import type { Decision } from "@/lib/domain/room/decision";
import { AppError } from "@/lib/domain/errors";
import { log } from "@/lib/log";
import type { ConnectLimits } from "./connect-limits";
import { FOREIGN_ORIGIN, TOO_MANY, type GateRefusal } from "./gate-refusal";
import type { GateRequest } from "./gate-request";
import { isOwnOrigin } from "./own-origin";
import { readTicket, type Ticket, type TicketKey } from "./read-ticket";

/** What the gate needs to know and may do. */
export type GateKeeper = {
  key: TicketKey;
  /** The address people see; other origins are refused. */
  publicUrl: string;
  limits: ConnectLimits;
  /** The decision on a ticket's seat and device in its call, now. */
  decide(ticket: Ticket): Promise<Decision>;
  /** Makes the call exist on the media server, now, whatever was seen before. */
  ensureCall(callName: string): Promise<void>;
};

export type GateAnswer = { open: true; ticket: Ticket } | { open: false; refusal: GateRefusal };

/** May this request go through to LiveKit? Fails closed, with a passing refusal. */
export async function askGate(request: GateRequest, keeper: GateKeeper): Promise<GateAnswer> {
  if (!isOwnOrigin(request.origin, request.host, keeper.publicUrl)) return shut(FOREIGN_ORIGIN);
  const reading = await readTicket(request, keeper.key);
  if (!reading.ok) {
    const isKnocking = await keeper.limits.countBadTicket(request.address);
    return shut(isKnocking ? TOO_MANY : reading.refusal);
  }
  const { ticket } = reading;
  if (await keeper.limits.countConnect(ticket.identity, request.address)) return shut(TOO_MANY);
  return askDecision(ticket, keeper);
}

async function askDecision(ticket: Ticket, keeper: GateKeeper): Promise<GateAnswer> {
  try {
    const decision = await keeper.decide(ticket);
    if (decision.kind !== "admit") return shut({ status: 403, code: decision.reason });
    // A media server that was restarted knows no calls until it is told.
    await keeper.ensureCall(ticket.callName);
    return { open: true, ticket };
  } catch (error) {
    const { seatId } = ticket.participant;
    if (error instanceof AppError) {
      log.warn({ seatId, err: error }, "the gate could not decide");
      return shut({ status: 503, code: error.code });
    }
    log.error({ seatId, err: error }, "the gate failed");
    return shut({ status: 503, code: "unexpected" });
  }
}

function shut(refusal: GateRefusal): GateAnswer {
  return { open: false, refusal };
}

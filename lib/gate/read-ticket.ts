import "server-only";
import { jwtVerify } from "jose";
import { z } from "zod";
import type { Participant } from "@/lib/domain/call/calls";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { BAD_REQUEST, BAD_TICKET, FOREIGN_RIGHTS, type GateRefusal } from "./gate-refusal";
import { readTarget, type GateRequest } from "./gate-request";

/** A ticket that is genuine and whole. Whether it is good now is for the decision. */
export type Ticket = {
  callName: string;
  identity: string;
  participant: Participant;
  /** Path and query as they may be passed on. */
  path: string;
  query: string;
};

export type TicketKey = { apiKey: string; apiSecret: string };

export type TicketReading = { ok: true; ticket: Ticket } | { ok: false; refusal: GateRefusal };

/** LiveKit's own leeway, so that both say the same about clocks that are a little apart. */
const CLOCK_TOLERANCE_SECONDS = 60;

const claimsShape = z.object({
  sub: z.string().min(1),
  video: z.looseObject({ roomJoin: z.literal(true), room: z.string().min(1) }),
});

/** The rights a ticket of ours may carry when they are true; any other makes it a foreign one. */
const KNOWN_RIGHTS = new Set([
  "roomJoin",
  "canPublish",
  "canPublishData",
  "canSubscribe",
  "hidden",
]);

/** Reads the one ticket in a request exactly as LiveKit would, or says what is wrong with it. */
export async function readTicket(request: GateRequest, key: TicketKey): Promise<TicketReading> {
  const target = readTarget(request.target);
  if (!target || request.method !== "GET") return refused(BAD_REQUEST);
  // It would join a second time, as `identity#suffix`.
  if (target.query.has("publish")) return refused(BAD_REQUEST);
  // To LiveKit the header wins over the query, and the first of two tokens over the second.
  const [token, ...others] = target.query.getAll("access_token");
  if (!token || others.length > 0 || request.authorization !== null) return refused(BAD_TICKET);

  const claims = await verify(token, key);
  if (!claims) return refused(BAD_TICKET);
  const participant = parseIdentity(claims.sub);
  if (!participant || hasForeignRights(claims.video)) return refused(FOREIGN_RIGHTS);
  return {
    ok: true,
    ticket: {
      callName: claims.video.room,
      identity: claims.sub,
      participant,
      path: target.path,
      query: target.query.toString(),
    },
  };
}

async function verify(token: string, { apiKey, apiSecret }: TicketKey) {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(apiSecret), {
      algorithms: ["HS256"],
      issuer: apiKey,
      requiredClaims: ["exp", "sub"],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return claimsShape.safeParse(payload).data ?? null;
  } catch {
    return null;
  }
}

function hasForeignRights(video: Record<string, unknown>): boolean {
  return Object.entries(video).some(([right, value]) => value === true && !KNOWN_RIGHTS.has(right));
}

function refused(refusal: GateRefusal): TicketReading {
  return { ok: false, refusal };
}

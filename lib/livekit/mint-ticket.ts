import "server-only";
import { AccessToken } from "livekit-server-sdk";
import type { TicketFacts } from "@/lib/domain/call/calls";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import { env } from "@/lib/env";
import { toVideoGrant } from "./to-video-grant";

const TICKET_SECONDS = 90;

/**
 * A ticket for one place in one call. It opens a connection and no more: its end puts nobody out,
 * and the gate asks for the decision whenever it is shown.
 */
export function mintTicket({ callName, participant, displayName, grant }: TicketFacts) {
  const ticket = new AccessToken(env().LIVEKIT_API_KEY, env().LIVEKIT_API_SECRET, {
    identity: toIdentity(participant),
    name: displayName,
    ttl: TICKET_SECONDS,
  });
  ticket.addGrant(toVideoGrant(callName, grant));
  return ticket.toJwt();
}

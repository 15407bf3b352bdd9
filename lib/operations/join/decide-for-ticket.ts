import "server-only";
import { database } from "@/lib/data/client";
import { listTicketFacts } from "@/lib/data/join-facts";
import type { JoinFacts } from "@/lib/data/join-facts-row";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { isId } from "@/lib/domain/id";
import { decideJoin } from "@/lib/domain/room/decide-join";
import type { Decision } from "@/lib/domain/room/decision";

/** The decision on whoever holds a ticket for this call under this identity: what the gate asks. */
export async function decideForTicket(
  callName: string,
  identity: string,
  now: Date,
): Promise<Decision> {
  const decisions = await decideForTickets(callName, [identity], now);
  return decisions.get(identity) ?? { kind: "refuse", reason: "room-not-found" };
}

/**
 * The decisions on everybody in a call, by identity, in one statement: what the conductor asks. Who
 * is none of the room's seats on the device it belongs to is refused or has to wait; for a call that
 * never was the map is empty.
 */
export async function decideForTickets(
  callName: string,
  identities: readonly string[],
  now: Date,
): Promise<Map<string, Decision>> {
  const holders = identities.map((identity) => ({ identity, at: parseIdentity(identity) }));
  const seatIds = holders.flatMap(({ at }) => (at && isId(at.seatId) ? [at.seatId] : []));
  const listed = await listTicketFacts(database(), callName, seatIds);
  const [first] = listed;
  if (!first) return new Map();
  const bySeat = new Map(listed.map((facts) => [facts.aboutSeat?.id, facts]));
  return new Map(
    holders.map(({ identity, at }) => {
      const facts = (at && bySeat.get(at.seatId)) ?? { ...first, seat: null };
      return [identity, decide(facts, at?.deviceId ?? "", now)];
    }),
  );
}

/** A call's name is used once: its tickets end with it, whatever the room does afterwards. */
function decide({ room, seat, call, openCall }: JoinFacts, deviceId: string, now: Date): Decision {
  const decision = decideJoin({ room, seat, call, deviceId, now });
  const endedAt = openCall?.endedAt;
  if (decision.kind !== "admit" || !endedAt) return decision;
  return { kind: "refuse", reason: "ended", endedAt };
}

import "server-only";
import { database } from "@/lib/data/client";
import { listTicketFacts } from "@/lib/data/call-facts";
import type { JoinFacts } from "@/lib/data/join-facts-row";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { groupBy } from "@/lib/domain/group-by";
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

/** The decisions on everybody in a call, by identity; empty for a call that never was. */
export async function decideForTickets(
  callName: string,
  identities: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Decision>> {
  const decisions = await decideForCalls([{ callName, identities }], now);
  return decisions.get(callName) ?? new Map();
}

/**
 * The decisions on everybody in these calls, by call and identity, in one statement: what the
 * conductor asks. Who is none of the room's seats on the device it belongs to is refused or has to
 * wait; calls that never were are left out.
 */
export async function decideForCalls(
  calls: readonly { callName: string; identities: readonly string[] }[],
  now: Date,
): Promise<Map<string, ReadonlyMap<string, Decision>>> {
  const seatIds = calls.flatMap(({ identities }) => identities.flatMap(seatIdOf));
  const names = calls.map(({ callName }) => callName);
  const byCall = groupBy(
    await listTicketFacts(database(), names, seatIds, now),
    (facts) => facts.openCall?.name ?? "",
  );
  return new Map(
    calls.flatMap(({ callName, identities }) => {
      const facts = byCall.get(callName);
      return facts ? [[callName, decideForEach(identities, facts, now)] as const] : [];
    }),
  );
}

function decideForEach(
  identities: readonly string[],
  facts: readonly JoinFacts[],
  now: Date,
): Map<string, Decision> {
  const [anyOfRoom] = facts;
  const bySeat = new Map(facts.map((each) => [each.aboutSeat?.id, each]));
  return new Map(
    identities.flatMap((identity) => {
      const holder = parseIdentity(identity);
      const own = holder && bySeat.get(holder.seatId);
      const known = own ?? (anyOfRoom && { ...anyOfRoom, seat: null });
      return known ? [[identity, decide(known, holder?.deviceId ?? "", now)] as const] : [];
    }),
  );
}

function seatIdOf(identity: string): string[] {
  const seatId = parseIdentity(identity)?.seatId;
  return seatId && isId(seatId) ? [seatId] : [];
}

/** A call's name is used once: its tickets end with it, whatever the room does afterwards. */
function decide({ room, seat, call, openCall }: JoinFacts, deviceId: string, now: Date): Decision {
  const decision = decideJoin({ room, seat, call, deviceId, now });
  const endedAt = openCall?.endedAt;
  if (decision.kind !== "admit" || !endedAt) return decision;
  return { kind: "refuse", reason: "ended", endedAt };
}

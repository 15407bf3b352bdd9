import "server-only";
import { inTransaction } from "@/lib/data/client";
import { endStays, reopenStays, reportStays, type OpenStay } from "@/lib/data/presence";
import type { PresentParticipant } from "@/lib/domain/call/calls";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { recordStays } from "./record-stays";

/** Clocks may differ by so much, and somebody who came meanwhile is not in the list. */
const JUST_NOW_MS = 1_500;

/** A stay that ended longer ago than this and goes on ended by mistake. */
const MISTAKE_MS = 5_000;

/** What the media server said at `seenAt` about who is in a call. */
export type Sighting = { participants: readonly PresentParticipant[]; seenAt: Date };

/**
 * Makes the stays we know of equal to what the media server sees: lost webhooks are made up for.
 *
 * @returns whether anything was new.
 */
export async function healStays(
  call: { id: string; roomId: string },
  known: readonly OpenStay[],
  { participants, seenAt }: Sighting,
): Promise<boolean> {
  const knownSids = new Set(known.map(({ sid }) => sid));
  const presentSids = new Set(participants.map(({ sid }) => sid));
  const news = participants.flatMap(({ sid, identity, joinedAt }) => {
    const participant = knownSids.has(sid) ? null : parseIdentity(identity);
    return participant ? [{ participant, sid, joinedAt, leftAt: null }] : [];
  });
  const gone = known.filter(
    ({ sid, joinedAt }) =>
      !presentSids.has(sid) && joinedAt.getTime() < seenAt.getTime() - JUST_NOW_MS,
  );
  if (news.length + gone.length === 0) return false;

  const mistakenBefore = new Date(seenAt.getTime() - MISTAKE_MS);
  return inTransaction(async (tx) => {
    const newSids = news.map(({ sid }) => sid);
    const changes = [
      ...(await reportStays(tx, call.id, news)),
      ...(await reopenStays(tx, call.id, newSids, mistakenBefore)),
      ...(await endStays(
        tx,
        call.id,
        seenAt,
        gone.map(({ sid }) => sid),
      )),
    ];
    await recordStays(tx, call, changes);
    return changes.length > 0;
  });
}

import "server-only";
import type { Database } from "@/lib/data/client";
import { insertLink, type LinkOrigin } from "@/lib/data/personal-links";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import { makeLinkToken } from "./link-token";

type NewLink = {
  roomId: string;
  seatId: string;
  origin: LinkOrigin;
  at: Date;
  actor: RecordActor;
};

/**
 * Gives a seat one more link and returns it with its secret, which nothing keeps. Callers have
 * checked who asks.
 */
export async function keepNewLink(
  tx: Database,
  { roomId, seatId, origin, at, actor }: NewLink,
): Promise<{ linkId: string; token: string }> {
  const token = makeLinkToken();
  const linkId = await insertLink(tx, seatId, token, origin);
  await appendRecord(tx, roomId, at, actor, "link-issued", { seatId, linkId });
  return { linkId, token };
}

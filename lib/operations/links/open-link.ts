import "server-only";
import { database } from "@/lib/data/client";
import { findLink, markLinkUsed } from "@/lib/data/personal-links";
import { AppError } from "@/lib/domain/errors";
import { rememberSeatUntil } from "@/lib/domain/roster/personal-link";

/**
 * Where a personal link leads, and until when a browser may remember it. `isVisit` is false for who
 * only looks where it goes (a mail scanner's HEAD): nothing is noted then. Opening consumes nothing
 * in any case; the link works again and again until it is revoked.
 *
 * @throws AppError "link-not-found" also for a revoked one.
 */
export async function openLink(
  token: string,
  now: Date,
  isVisit: boolean,
): Promise<{ roomId: string; until: Date }> {
  const link = await findLink(database(), token);
  if (!link || link.isRevoked) throw new AppError("link-not-found");
  if (isVisit) await markLinkUsed(database(), link.id, now);
  return { roomId: link.roomId, until: rememberSeatUntil(link.roomClosesAt) };
}

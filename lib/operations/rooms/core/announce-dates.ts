import "server-only";
import { database } from "@/lib/data/client";
import { listEarlierDates } from "@/lib/data/earlier-dates";
import type { Context } from "@/lib/operations/context";

/** Announces a room and every earlier date that leads to it: their pages tell of this one, too. */
export async function announceDates(
  { announce }: Pick<Context<never>, "announce">,
  roomId: string,
): Promise<void> {
  announce(roomId);
  for (const earlier of await listEarlierDates(database(), roomId)) announce(earlier);
}

import { expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { visitorContext } from "@/lib/testing/visitor-builder";
import { getOwnEntry } from "./get-own-entry";

useDatabase();

test("somebody without a seat has no entry", async () => {
  const { room } = await buildRunningRoom();
  const entry = getOwnEntry(visitorContext(room, null));
  await expect(entry).rejects.toMatchObject({ code: "room-not-found" });
});

test("there is none for who was removed, nor of what is over or called off", async () => {
  const { room, guest, presenter } = await buildRunningRoom();
  await database().seat.update({ where: { id: guest.id }, data: { removedAt: new Date() } });
  const isRefused = { code: "not-allowed" };
  await expect(getOwnEntry(visitorContext(room, guest))).rejects.toMatchObject(isRefused);
  const over = visitorContext(room, presenter, { now: room.closesAt });
  await expect(getOwnEntry(over)).rejects.toMatchObject(isRefused);
  await database().room.update({ where: { id: room.id }, data: { cancelledAt: new Date() } });
  const off = visitorContext(room, presenter);
  await expect(getOwnEntry(off)).rejects.toMatchObject(isRefused);
});

test("whoever has a seat has theirs before it opens and while it is open, without a link in it", async () => {
  const { room, guest } = await buildRunningRoom();
  const early = new Date(room.opensAt.getTime() - 24 * 3_600_000);
  for (const now of [early, new Date()]) {
    const { facts, sequence } = await getOwnEntry(visitorContext(room, guest, { now }));
    expect(sequence).toBe(room.calendarSequence);
    expect(facts).toMatchObject({ title: room.title, calendarUid: room.calendarUid, link: null });
  }
});

import { describe, expect, test } from "vitest";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { isNextRoomBefore, listClashes } from "./clashes";
import { database } from "./client";
import { toStoredRoom } from "./rooms";

useDatabase();

const at = (time: string) => new Date(`2027-03-09T${time}:00Z`);

/** A clinician who sees somebody from 14:00 to 14:30, and how to plan them once more. */
async function busyClinician() {
  const organization = await buildOrganization();
  const plan = (from: string, to: string) =>
    buildRoom(organization.id, { opensAt: at(from), closesAt: at(to) });
  const room = await plan("14:00", "14:30");
  const seat = await buildSeat(room, "clinician");
  const seatedAgain = async (from: string, to: string) => {
    const other = await plan(from, to);
    return buildSeat(other, "clinician", { personId: seat.personId });
  };
  return { room: toStoredRoom(room), seat, seatedAgain };
}

test("windows that only touch are no clash", async () => {
  const { room, seatedAgain } = await busyClinician();
  await seatedAgain("13:30", "14:00");
  await seatedAgain("14:30", "15:00");
  expect(await listClashes(database(), room)).toEqual([]);
});

test("of windows that overlap the earliest is told", async () => {
  const { room, seat, seatedAgain } = await busyClinician();
  await seatedAgain("14:20", "14:40");
  await seatedAgain("13:50", "14:01");
  expect(await listClashes(database(), room)).toEqual([
    { seatId: seat.id, opensAt: at("13:50"), closesAt: at("14:01") },
  ]);
});

test("a window that opened days before and is open still is told", async () => {
  const { room, seat, seatedAgain } = await busyClinician();
  const other = await seatedAgain("14:20", "14:40");
  const opensAt = new Date("2027-01-01T08:00:00Z");
  await database().room.update({ where: { id: other.roomId }, data: { opensAt } });
  expect(await listClashes(database(), room)).toEqual([
    { seatId: seat.id, opensAt, closesAt: at("14:40") },
  ]);
});

test("nobody is expected where the room or the seat does not stand", async () => {
  const { room, seatedAgain } = await busyClinician();
  const past = at("08:00");
  const fallen = [{ cancelledAt: past }, { endedAt: past }];
  for (const data of fallen) {
    const { roomId: id } = await seatedAgain("14:10", "14:20");
    await database().room.update({ where: { id }, data });
  }
  for (const data of [{ removedAt: past }, { excusedAt: past }, { role: "consumer" as const }]) {
    const { id } = await seatedAgain("14:10", "14:20");
    await database().seat.update({ where: { id }, data });
  }
  expect(await listClashes(database(), room)).toEqual([]);
  await seatedAgain("14:10", "14:20");
  expect(await listClashes(database(), room)).toHaveLength(1);
});

describe("the next room of those who lead", () => {
  const next = (room: Parameters<typeof isNextRoomBefore>[1]) =>
    isNextRoomBefore(database(), room, { from: at("14:30"), until: at("14:45") });

  test("counts from the end of this one on, and not with the end that is wished for", async () => {
    const { room, seatedAgain } = await busyClinician();
    await seatedAgain("14:29", "14:40");
    await seatedAgain("14:45", "15:00");
    expect(await next(room)).toBe(false);
    await seatedAgain("14:30", "15:00");
    expect(await next(room)).toBe(true);
  });

  test("does not count where the room or the seat does not stand, or they do not lead", async () => {
    const { room, seatedAgain } = await busyClinician();
    const past = at("08:00");
    for (const data of [{ cancelledAt: past }, { endedAt: past }]) {
      const { roomId: id } = await seatedAgain("14:35", "14:50");
      await database().room.update({ where: { id }, data });
    }
    const fallen = [{ removedAt: past }, { excusedAt: past }, { role: "collaborator" as const }];
    for (const data of fallen) {
      const { id } = await seatedAgain("14:35", "14:50");
      await database().seat.update({ where: { id }, data });
    }
    expect(await next(room)).toBe(false);
  });
});

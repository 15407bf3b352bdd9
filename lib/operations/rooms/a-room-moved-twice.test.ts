import { beforeEach, expect, test } from "vitest";
import { buildMember, buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { cancelRoom } from "./cancel-room";
import { getRoom } from "./get-room";
import { moveRoom } from "./move-room";

useDatabase();

const NOW = new Date("2026-03-14T12:00:00Z");
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

let owner: Awaited<ReturnType<typeof buildMember>>;
let first: string;

beforeEach(async () => {
  const { id } = await buildOrganization();
  owner = await buildMember(id, "owner");
  first = (await buildRoom(id, { opensAt: inHours(1), closesAt: inHours(2) })).id;
});

async function move(roomId: string, hours: number) {
  const ctx = buildPlannerContext(owner, NOW);
  const window = { opensAt: inHours(hours), closesAt: inHours(hours + 1) };
  const when = { window, timeZone: "Europe/Berlin", clockChange: "none" } as const;
  const moved = await moveRoom(ctx, { roomId, version: 1, ...when });
  return { ...moved, announced: ctx.announced };
}

const movedTo = async () => (await getRoom(buildPlannerContext(owner, NOW), first)).movedTo;

test("the page of the first date says where it is now, and that this was called off with why", async () => {
  const second = await move(first, 4);
  const third = await move(second.roomId, 8);
  const standing = { cancelledAt: null, cancelReason: null };
  expect(await movedTo()).toEqual({ id: third.roomId, opensAt: inHours(8), ...standing });
  const last = await getRoom(buildPlannerContext(owner, NOW), third.roomId);
  expect(last.movedTo).toBeNull();

  const reason = "The practice is closed";
  await cancelRoom(buildPlannerContext(owner, NOW), { roomId: third.roomId, version: 1, reason });
  expect(await movedTo()).toMatchObject({ cancelledAt: NOW, cancelReason: reason });
});

test("what becomes of the last date is told to the pages of every date before it, and to no other", async () => {
  const second = await move(first, 4);
  expect(second.announced.sort()).toEqual([first, second.roomId].sort());
  const third = await move(second.roomId, 8);
  const dates = [first, second.roomId, third.roomId].sort();
  expect(third.announced.sort()).toEqual(dates);

  await buildRoom(owner.organizationId);
  const ctx = buildPlannerContext(owner, NOW);
  await cancelRoom(ctx, { roomId: third.roomId, version: 1, reason: null });
  expect(ctx.announced.sort()).toEqual(dates);
});

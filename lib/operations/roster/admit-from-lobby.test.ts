import { expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import type { Announce } from "@/lib/domain/room/announce";
import { buildMember } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { recordedIn } from "@/lib/testing/visitor-builder";
import { admitFromLobby } from "./admit-from-lobby";

useDatabase();

const admittedAt = async (id: string) =>
  (await database().seat.findUniqueOrThrow({ where: { id } })).admittedAt;

test("staff let somebody in from outside the call, once; a removed person stays out", async () => {
  const { room, guest } = await buildRunningRoom({ lobby: true });
  const ctx = buildPlannerContext(await buildMember(room.organizationId, "manager"));
  await database().seat.update({ where: { id: guest.id }, data: { removedAt: new Date() } });
  const target = { roomId: room.id, seatId: guest.id };
  await expect(admitFromLobby(ctx, target)).rejects.toMatchObject({ code: "seat-not-found" });
  expect(await admittedAt(guest.id)).toBeNull();

  await database().seat.update({ where: { id: guest.id }, data: { removedAt: null } });
  const announce = vi.fn<Announce>();
  await admitFromLobby({ ...ctx, announce }, target);
  await admitFromLobby({ ...ctx, announce }, target);
  expect(announce.mock.calls).toEqual([
    [room.id, { letInSeatId: guest.id }],
    [room.id, "now"],
  ]);
  expect(await admittedAt(guest.id)).not.toBeNull();
  expect(await recordedIn(room.id)).toEqual(["admitted"]);
});

import { expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { callWorld } from "@/lib/testing/call-world";
import { useDatabase } from "@/lib/testing/database";
import { endCall } from "./end-call";
import { openCall } from "./open-call";

useDatabase();

const NOW = new Date();

test("however many open a room's call at once, they get the same one", async () => {
  const room = await buildRoom((await buildOrganization()).id);
  const calls = await Promise.all(
    Array.from({ length: 8 }, () => openCall(room.id, "system", NOW)),
  );
  expect(new Set(calls.map(({ id }) => id)).size).toBe(1);
  const opened = { roomId: room.id, kind: "call-opened" };
  expect(await database().recordEntry.count({ where: opened })).toBe(1);
});

test("a call's name cannot be guessed and is used once", async () => {
  const { call, room, context } = await callWorld();
  expect(call.name).toMatch(/^[\w-]{22}$/);
  await endCall(context(), call, "system");
  const next = await openCall(room.id, "system", new Date());
  expect(next.name).not.toBe(call.name);
});

test("ending closes the gate first and then deletes the call, once", async () => {
  const { call, calls, context, patient, present, recorded } = await callWorld();
  calls.put(call.name, present(patient, "PA_end"));
  await endCall(context(), call, "system");
  await endCall(context(), call, "system");
  expect(calls.rooms.has(call.name)).toBe(false);
  const { endedAt } = await database().call.findUniqueOrThrow({ where: { id: call.id } });
  expect(endedAt).not.toBeNull();
  expect(await recorded()).toEqual(["call-opened", "call-ended"]);
});

test("a media server that is away keeps nobody from ending a call", async () => {
  const { call, calls, context, recorded } = await callWorld();
  calls.isAway = true;
  await expect(endCall(context(), call, "system")).rejects.toThrow("call-unreachable");
  expect(await recorded()).toContain("call-ended");
  const { sweptAt } = await database().call.findUniqueOrThrow({ where: { id: call.id } });
  expect(sweptAt).toBeNull();
});

import { expect, test } from "vitest";
import type { CallHint } from "@/lib/domain/call/call-hint";
import { callWorld } from "@/lib/testing/call-world";
import { useDatabase } from "@/lib/testing/database";
import { hearHint } from "./hear-hint";

useDatabase();

/** Who is told of each of these hints, one after another. */
async function told(world: Awaited<ReturnType<typeof callWorld>>, hints: readonly CallHint[]) {
  const announced: unknown[] = [];
  const ctx = {
    ...world.context(),
    announce: (...announcement: unknown[]) => void announced.push(announcement),
  };
  for (const hint of hints) await hearHint(ctx, hint);
  return announced;
}

test("pages are told of who came and who left, once; of everything else only the conductor", async () => {
  const world = await callWorld();
  const { call, patient, present, room } = world;
  const { identity, sid, joinedAt } = present(patient, "PA_p");
  const stay = { callName: call.name, identity, sid, joinedAt };
  const joined: CallHint = { kind: "joined", ...stay, at: joinedAt };
  const left: CallHint = { kind: "left", ...stay, at: new Date() };
  const published: CallHint = { kind: "other", callName: call.name };
  expect(await told(world, [published, joined, joined, published, left])).toEqual([
    [room.id, "conductor"],
    [room.id, "everybody"],
    [room.id, "conductor"],
    [room.id, "conductor"],
    [room.id, "everybody"],
  ]);
});

test("nobody is told of a call that we don't know", async () => {
  const world = await callWorld();
  expect(await told(world, [{ kind: "other", callName: "unheard-of" }])).toEqual([]);
});

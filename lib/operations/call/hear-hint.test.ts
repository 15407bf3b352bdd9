import { expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { CallHint } from "@/lib/domain/call/call-hint";
import { callWorld } from "@/lib/testing/call-world";
import { useDatabase } from "@/lib/testing/database";
import { hearHint } from "./hear-hint";

useDatabase();

type World = Awaited<ReturnType<typeof callWorld>>;

/** Who is told of each of these hints, one after another. */
async function told(world: World, hints: readonly CallHint[]) {
  const announced: unknown[] = [];
  const ctx = {
    ...world.context(),
    announce: (...announcement: unknown[]) => void announced.push(announcement),
  };
  for (const hint of hints) await hearHint(ctx, hint);
  return announced;
}

function stayIn({ call, patient, present }: World) {
  const { identity, sid, joinedAt } = present(patient, "PA_p");
  return { callName: call.name, identity, sid, joinedAt };
}

test("pages are told of who came, without haste, and of who left, once, and of nothing else", async () => {
  const world = await callWorld();
  const stay = stayIn(world);
  const joined: CallHint = { kind: "joined", ...stay, at: stay.joinedAt };
  const left: CallHint = { kind: "left", ...stay, at: new Date() };
  const published: CallHint = { kind: "other", callName: world.call.name };
  expect(await told(world, [published, joined, joined, published])).toEqual([
    [world.room.id, "soon"],
  ]);
  expect(await told(world, [left, published, left])).toEqual([[world.room.id, "now"]]);
});

test("whatever happened, the conductor looks 400 ms later", async () => {
  const world = await callWorld();
  const stay = stayIn(world);
  const hints: CallHint[] = [
    { kind: "other", callName: world.call.name },
    { kind: "joined", ...stay, at: stay.joinedAt },
    { kind: "left", ...stay, at: new Date() },
  ];
  for (const hint of hints) {
    const ctx = world.context();
    const inAnHour = new Date(ctx.now.getTime() + 3_600_000);
    await database().call.update({ where: { id: world.call.id }, data: { dueAt: inAnHour } });
    await hearHint(ctx, hint);
    const { dueAt } = await database().call.findUniqueOrThrow({ where: { id: world.call.id } });
    expect(dueAt.getTime() - ctx.now.getTime()).toBe(400);
  }
});

test("nobody is told of a call that we don't know", async () => {
  const world = await callWorld();
  const elsewhere = { ...stayIn(world), callName: "unheard-of" };
  const hints: CallHint[] = [
    { kind: "other", callName: "unheard-of" },
    { kind: "joined", ...elsewhere, at: elsewhere.joinedAt },
  ];
  expect(await told(world, hints)).toEqual([]);
});

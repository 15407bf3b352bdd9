import fc from "fast-check";
import { expect, test } from "vitest";
import {
  AcsModel,
  bodyOf,
  follow,
  linesOf,
  takes,
  type RememberedRoom,
  type VersionName,
  type Wish,
} from "@/lib/testing/acs-model";
import { acsStep, fieldsOf, saidBack, type AcsStep } from "@/lib/testing/acs-steps";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { useDatabase } from "@/lib/testing/database";

useDatabase();

const NEVER_MADE = "99000000000000000";
// Fewer rooms than a page holds.
const MOST_STEPS = 25;
const MOST_MS = 15_000;

/** A run: what a program remembers of it, and everybody who may stand on a roster. */
type Run = { world: Awaited<ReturnType<typeof buildAcsWorld>>; model: AcsModel; people: string[] };

test("whatever is asked, in any order and version, is answered as one would remember it", async () => {
  const sequence = fc.array(acsStep, { minLength: 1, maxLength: MOST_STEPS, size: "max" });
  const property = fc.asyncProperty(sequence, async (steps) => {
    const world = await buildAcsWorld();
    const people = Array.from({ length: 5 }, world.someone);
    const run = { world, model: new AcsModel(), people };
    for (const step of steps) await play(run, step);
    await compareAll(run);
  });
  await fc.assert(property, { numRuns: 100, interruptAfterTimeLimit: MOST_MS });
});

function play(run: Run, step: AcsStep): Promise<void> {
  switch (step.ask) {
    case "create":
      return create(run, step);
    case "get":
      return get(run, step);
    case "list":
      return list(run, step);
    case "update":
      return update(run, step);
    case "delete":
      return remove(run, step);
    case "seat":
      return seat(run, step);
    case "welcome":
      return welcome(run);
    case "token":
    case "part":
      return askOfUser(run, step);
  }
}

async function create({ world, model, people }: Run, step: AcsStep<"create">): Promise<void> {
  const { version, times, flag } = step;
  const wishes = named(people, step.wishes);
  const said = fieldsOf(times);
  const body = { ...said, pstnDialOutEnabled: flag, participants: toBody(wishes) };
  const { status, json } = await world.rooms("POST", "", body, version);
  if (isRefused(times) || !takes(version, wishes)) {
    expect([status, json.error?.code]).toEqual([400, "BadRequest"]);
    return;
  }
  const pstnDialOutEnabled = version !== "2023-06-14" && flag === true;
  const room = { ...json, pstnDialOutEnabled, isDeleted: false, roster: new Map() };
  expect(status).toBe(201);
  expect(json).toEqual({ ...bodyOf(room, version), ...saidBack(said) });
  follow(room, wishes);
  model.rooms.push(room);
}

async function get({ world, model }: Run, { version, room }: AcsStep<"get">): Promise<void> {
  const found = model.roomAt(room);
  const { status, json } = await world.rooms("GET", pathOf(found), undefined, version);
  const left = standing(found);
  if (left) expect([status, json]).toEqual([200, bodyOf(left, version)]);
  else expectNotFound(status, json);
}

async function list({ world, model }: Run, { version }: AcsStep<"list">): Promise<void> {
  const { status, json } = await world.rooms("GET", "", undefined, version);
  expect([status, json]).toEqual([200, { value: model.listed(version) }]);
}

async function update({ world, model }: Run, step: AcsStep<"update">): Promise<void> {
  const { version, times, flag } = step;
  const found = model.roomAt(step.room);
  const room = standing(found);
  const said = fieldsOf(times);
  const body = { ...said, pstnDialOutEnabled: flag };
  const { status, json } = await world.rooms("PATCH", pathOf(found), body, version);
  if (isRefused(times) || times.say === "start" || times.say === "end") {
    expect([status, json.error?.code]).toEqual([400, "BadRequest"]);
  } else if (!room) {
    expectNotFound(status, json);
  } else {
    Object.assign(room, saidBack(said));
    if (flag !== null && version !== "2023-06-14") room.pstnDialOutEnabled = flag;
    expect([status, json]).toEqual([200, bodyOf(room, version)]);
  }
}

async function remove({ world, model }: Run, { version, room }: AcsStep<"delete">): Promise<void> {
  const found = model.roomAt(room);
  const { status, json } = await world.rooms("DELETE", pathOf(found), undefined, version);
  expect([status, json]).toEqual([204, null]);
  if (found) found.isDeleted = true;
}

async function seat({ world, model, people }: Run, step: AcsStep<"seat">): Promise<void> {
  const { version } = step;
  const found = model.roomAt(step.room);
  const room = standing(found);
  const wishes = named(people, step.wishes);
  const path = `${pathOf(found)}/participants`;
  const body = { participants: toBody(wishes) };
  const { status, json } = await world.rooms("PATCH", path, body, version);
  if (!takes(version, wishes)) {
    expect([status, json.error?.code]).toEqual([400, "BadRequest"]);
  } else if (!room) {
    expectNotFound(status, json);
  } else {
    expect([status, json]).toEqual([200, {}]);
    follow(room, wishes);
    await compareRoster(world, room, version);
  }
}

async function welcome({ world, model, people }: Run): Promise<void> {
  const { status, json } = await world.identities("POST");
  expect([status, json]).toEqual([201, { identity: { id: expect.any(String) } }]);
  model.users.set(json.identity.id, true);
  people.push(json.identity.id);
}

/** Whoever was only ever put on a roster is no user, and who was deleted is none any more. */
async function askOfUser(
  { world, model, people }: Run,
  { ask, who }: AcsStep<"token" | "part">,
): Promise<void> {
  const id = people[who % people.length] ?? "";
  const path = `/${encodeURIComponent(id)}`;
  const { status } = await (ask === "token"
    ? world.identities("POST", `${path}/:issueAccessToken`, { scopes: ["voip"] })
    : world.identities("DELETE", path));
  if (!model.users.get(id)) {
    expect(status).toBe(401);
    return;
  }
  expect(status).toBe(ask === "token" ? 200 : 204);
  if (ask === "part") model.users.set(id, false);
}

/** In the end all of it is there, and nothing of it for anybody else. */
async function compareAll(run: Run): Promise<void> {
  await list(run, { ask: "list", version: "2025-03-13" });
  for (const room of run.model.rooms) {
    if (!room.isDeleted) await compareRoster(run.world, room, "2025-03-13");
  }
  const stranger = await buildAcsWorld();
  expect((await stranger.rooms("GET")).json).toEqual({ value: [] });
}

async function compareRoster(
  world: Run["world"],
  room: RememberedRoom,
  version: VersionName,
): Promise<void> {
  const path = `${pathOf(room)}/participants`;
  const { json } = await world.rooms("GET", path, undefined, version);
  expect(json).toEqual({ value: linesOf(room, version) });
}

function named(people: readonly string[], wishes: AcsStep<"seat">["wishes"]): Map<string, Wish> {
  return new Map(wishes.map(({ who, wish }) => [people[who % people.length] ?? "", wish]));
}

function toBody(wishes: ReadonlyMap<string, Wish>): Record<string, { role?: string } | null> {
  const toSeat = (wish: Wish) => (wish === "off" ? null : wish === "unsaid" ? {} : { role: wish });
  return Object.fromEntries([...wishes].map(([rawId, wish]) => [rawId, toSeat(wish)]));
}

function isRefused({ say }: AcsStep<"create">["times"]): boolean {
  return say === "over" || say === "too long";
}

function pathOf(room: RememberedRoom | undefined): string {
  return `/${room?.id ?? NEVER_MADE}`;
}

/** The room, unless it was deleted or never made. */
function standing(room: RememberedRoom | undefined): RememberedRoom | undefined {
  return room?.isDeleted ? undefined : room;
}

function expectNotFound(status: number, json: { error?: { code: string } }): void {
  expect([status, json.error?.code]).toEqual([404, "NotFound"]);
}

import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import {
  buildMember,
  buildOrganization,
  buildPerson,
  buildRoom,
  buildSeat,
} from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { listRooms, type RoomListInput, type RoomPage } from "./list-rooms";

useDatabase();

const NOW = new Date("2026-03-14T12:00:00Z");
const HOUR_MS = 3_600_000;

let owner: Awaited<ReturnType<typeof buildMember>>;
let host: Awaited<ReturnType<typeof buildMember>>;

beforeEach(async () => {
  const { id } = await buildOrganization();
  owner = await buildMember(id, "owner");
  host = await buildMember(id, "host");
});

/** A room that opens `opens` hours from now and closes `closes` hours from now. */
function build(title: string, opens: number, closes: number) {
  const opensAt = new Date(NOW.getTime() + opens * HOUR_MS);
  const closesAt = new Date(NOW.getTime() + closes * HOUR_MS);
  return buildRoom(owner.organizationId, { title, opensAt, closesAt });
}

const list = (input: Partial<RoomListInput> = {}, actor = owner) =>
  listRooms(buildPlannerContext(actor, NOW), {
    tab: "coming",
    search: null,
    beyond: null,
    ...input,
  });

const titlesOf = ({ rooms }: RoomPage) => rooms.map(({ title }) => title);

describe("what is listed", () => {
  test("nothing of another organization, and only a host's own rooms", async () => {
    const foreign = await buildOrganization();
    await buildRoom(foreign.id, { title: "Foreign" });
    await build("Not the host's", 1, 2);
    await buildSeat(await build("The host's", 2, 3), "clinician", { personId: host.personId });
    const left = await buildSeat(await build("No longer the host's", 3, 4), "clinician", {
      personId: host.personId,
    });
    await database().seat.update({ where: { id: left.id }, data: { removedAt: NOW } });
    expect(titlesOf(await list())).toEqual([
      "Not the host's",
      "The host's",
      "No longer the host's",
    ]);
    expect(titlesOf(await list({}, host))).toEqual(["The host's"]);
  });

  test("coming: what is open or will open, however long ago it began, by its start", async () => {
    await build("Tomorrow", 24, 25);
    await build("Open for a week", -100, 68);
    await build("Over", -2, 0);
    await build("Open", -1, 1);
    await build("Longest there can be", -179 * 24, 24);
    const page = await list();
    expect(titlesOf(page)).toEqual(["Longest there can be", "Open for a week", "Open", "Tomorrow"]);
    expect(page.rooms.map(({ state }) => state)).toEqual(["open", "open", "open", "coming"]);
  });

  test("past: what is over, the latest first", async () => {
    await build("Last week", -170, -168);
    await build("Just over", -1, 0);
    await build("Open", -1, 1);
    expect(titlesOf(await list({ tab: "past" }))).toEqual(["Just over", "Last week"]);
  });
});

test("what the host ended is past from then on, by when it ended", async () => {
  const { id } = await build("Ended", -3, 1);
  await build("Open", -1, 1);
  await build("Just over", -2, 0);
  const endedAt = new Date(NOW.getTime() - HOUR_MS);
  await database().room.update({ where: { id }, data: { endedAt } });
  expect(titlesOf(await list())).toEqual(["Open"]);
  expect(titlesOf(await list({ tab: "past" }))).toEqual(["Just over", "Ended"]);
});

describe("a search", () => {
  beforeEach(async () => {
    const room = await build("Hearing test", 1, 2);
    const { id } = await buildPerson(owner.organizationId, "Zoë Quist");
    await buildSeat(room, "patient", { personId: id });
    const gone = await build("Eye test 100%", 2, 3);
    const seat = await buildSeat(gone, "patient", { personId: id });
    await database().seat.update({ where: { id: seat.id }, data: { removedAt: NOW } });
  });

  test.each([
    ["a title's part in any case", "HEARING", ["Hearing test"]],
    ["a title and a person at once, each room once", "e", ["Hearing test", "Eye test 100%"]],
    ["a person who was not removed", "quist", ["Hearing test"]],
    ["signs that a pattern would read otherwise", "100%", ["Eye test 100%"]],
    ["an underscore", "_", []],
    ["a backslash", "\\", []],
    ["a quote", "' OR true --", []],
  ])("finds by %s", async (_, search, titles) =>
    expect(titlesOf(await list({ search }))).toEqual(titles),
  );
});

test("pages lead through the whole list and back, also where rooms begin together", async () => {
  for (let index = 0; index < 60; index += 1) {
    await build(`Room ${index}`, 1 + Math.floor(index / 7), 20);
  }
  for (const tab of ["coming", "past"] as const) {
    const now = tab === "coming" ? NOW : new Date(NOW.getTime() + 30 * HOUR_MS);
    const ask = (beyond: RoomListInput["beyond"]) =>
      listRooms(buildPlannerContext(owner, now), { tab, search: null, beyond });
    const [onward, back] =
      tab === "coming" ? (["later", "earlier"] as const) : (["earlier", "later"] as const);

    const pages = [await ask(null)];
    for (let place = pages[0]?.[onward]; place; place = pages.at(-1)?.[onward]) {
      pages.push(await ask({ place, direction: onward }));
    }
    expect(pages.map(({ rooms }) => rooms.length)).toEqual([25, 25, 10]);
    expect(new Set(pages.flatMap(titlesOf)).size).toBe(60);
    expect(pages[0]?.[back]).toBeNull();

    const place = pages[2]?.[back];
    if (!place) throw new Error("the last page leads back");
    const middle = await ask({ place, direction: back });
    expect(titlesOf(middle)).toEqual(pages[1] && titlesOf(pages[1]));
    const first = middle[back] && (await ask({ place: middle[back], direction: back }));
    expect(first && titlesOf(first)).toEqual(pages[0] && titlesOf(pages[0]));
    expect(first?.[back]).toBeNull();
  }
});

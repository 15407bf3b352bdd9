import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { useDatabase } from "@/lib/testing/database";

useDatabase();

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,6}[1-9])?\+00:00$/;
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let world: Awaited<ReturnType<typeof buildAcsWorld>>;

beforeEach(async () => {
  world = await buildAcsWorld();
});

async function makeRoom(body: unknown = {}) {
  const { json } = await world.rooms("POST", "", body);
  return json as { id: string; validFrom: string; validUntil: string };
}

const rosterOf = async (id: string, version?: string) =>
  (await world.rooms("GET", `/${id}/participants`, undefined, version)).json.value;

describe("a room", () => {
  test("given nothing is valid from now for 180 days", async () => {
    const { status, json, headers } = await world.rooms("POST", "", {});
    expect(status).toBe(201);
    expect(Object.keys(json)).toEqual([
      "id",
      "createdAt",
      "validFrom",
      "validUntil",
      "pstnDialOutEnabled",
    ]);
    for (const name of ["createdAt", "validFrom", "validUntil"])
      expect(json[name]).toMatch(INSTANT);
    expect(Date.parse(json.validUntil) - Date.parse(json.validFrom)).toBe(180 * DAY_MS);
    expect(headers).toMatchObject({ Location: json.id });
    expect((await world.rooms("GET", `/${json.id}`)).json).toEqual(json);
  });

  test("echoes the instants it was given to the last digit, until the dashboard moves it", async () => {
    const validUntil = inDays(3).replace(/\d{3}Z$/, "1234567+00:00");
    const { id, ...made } = await makeRoom({ validUntil });
    expect(made.validUntil).toBe(validUntil);
    const closesAt = new Date(Date.now() + DAY_MS);
    await database().room.updateMany({ where: { acsId: id }, data: { closesAt } });
    const { json } = await world.rooms("GET", `/${id}`);
    expect(Date.parse(json.validUntil)).toBe(closesAt.getTime());
  });

  test("in an old version has no dial-out, and takes none", async () => {
    const { json } = await world.rooms("POST", "", { pstnDialOutEnabled: true }, "2023-06-14");
    expect(Object.keys(json)).toEqual(["id", "createdAt", "validFrom", "validUntil"]);
    expect((await world.rooms("GET", `/${json.id}`)).json.pstnDialOutEnabled).toBe(false);
  });

  test("keeps what a change leaves out", async () => {
    const { id, ...made } = await makeRoom({ pstnDialOutEnabled: true });
    expect((await world.rooms("PATCH", `/${id}`, {})).json).toMatchObject({ id, ...made });
    const validFrom = inDays(1);
    const validUntil = inDays(2);
    const times = await world.rooms("PATCH", `/${id}`, { validFrom, validUntil });
    expect(times.json).toMatchObject({ pstnDialOutEnabled: true });
    const flag = { validFrom: null, validUntil: null, pstnDialOutEnabled: false };
    const { json } = await world.rooms("PATCH", `/${id}`, flag);
    expect(json).toMatchObject({ pstnDialOutEnabled: false, validFrom: times.json.validFrom });
  });

  test("that was deleted is gone, and deleting it again changes nothing", async () => {
    const { id } = await makeRoom();
    expect(await world.rooms("DELETE", `/${id}`)).toMatchObject({ status: 204, json: null });
    for (const [method, rest] of [
      ["GET", ""],
      ["PATCH", ""],
      ["GET", "/participants"],
      ["PATCH", "/participants"],
    ] as const) {
      const body = method === "PATCH" ? {} : undefined;
      const { status, json, headers } = await world.rooms(method, `/${id}${rest}`, body);
      expect([status, json.error.code]).toEqual([404, "NotFound"]);
      expect(json.error.message).toBe("The server cannot find the requested resource.");
      expect(headers).toMatchObject({ "x-ms-error-code": "NotFound" });
    }
    expect((await world.rooms("DELETE", `/${id}`)).status).toBe(204);
    expect(
      (await database().room.findFirstOrThrow({ where: { acsId: id } })).cancelledAt,
    ).not.toBeNull();
  });

  test("of another organization does not exist, and nothing can be done to it", async () => {
    const stranger = await buildAcsWorld();
    const { id } = await makeRoom({ participants: { [world.someone()]: {} } });
    const before = await database().room.findFirstOrThrow({
      where: { acsId: id },
      include: { seats: true },
    });
    expect((await stranger.rooms("GET", `/${id}`)).status).toBe(404);
    expect((await stranger.rooms("PATCH", `/${id}`, { pstnDialOutEnabled: true })).status).toBe(
      404,
    );
    expect((await stranger.rooms("DELETE", `/${id}`)).status).toBe(204);
    expect((await stranger.rooms("GET", `/${id}/participants`)).status).toBe(404);
    const participants = { [stranger.someone()]: {} };
    expect((await stranger.rooms("PATCH", `/${id}/participants`, { participants })).status).toBe(
      404,
    );
    const after = await database().room.findFirstOrThrow({
      where: { acsId: id },
      include: { seats: true },
    });
    expect(after).toEqual(before);
    expect((await stranger.rooms("GET")).json).toEqual({ value: [] });
  });
});

describe("what is wrong", () => {
  // prettier-ignore
  test.each<[string, string, string, unknown, object]>([
    ["an id that is no number", "GET", "/invalid_id", undefined, { message: "Invalid room ID." }],
    ["an id that is too short", "DELETE", "/123", undefined, { message: "Invalid room ID length." }],
    ["an id on a roster", "POST", "", { participants: { mri: {} } }, { message: "Invalid format for communication identifier." }],
    ["an expired end", "POST", "", { validUntil: inDays(-1) }, { message: "The request could not be understood by the server due to malformed syntax.", details: [{ code: "BadArgument", target: "ValidUntil", message: "The time range end is in the past." }] }],
    ["too long a time", "POST", "", { validUntil: inDays(181) }, { details: [{ code: "BadArgument", target: "ValidUntil", message: "The time range is incorrect, or larger than 180 days." }] }],
    ["too late a start", "POST", "", { validFrom: inDays(181), validUntil: inDays(190) }, { details: [{ code: "BadArgument", target: "ValidFrom", message: "Value is incorrect or more than 180 days in the future." }] }],
    ["malformed JSON", "POST", "", "{", { details: [{ code: "BadArgument", target: "$" }] }],
    ["no object", "POST", "", "[]", { details: [{ code: "BadArgument", target: "$" }] }],
  ])("with %s is told in the words of ACS", async (_what, method, rest, body, error) => {
    const { status, json, headers } = await world.rooms(method, rest, body);
    expect(status).toBe(400);
    expect(json.error).toMatchObject({ code: "BadRequest", ...error });
    expect(headers).toMatchObject({ "x-ms-error-code": "BadRequest" });
  });

  test("with a version is told", async () => {
    const unknown = await world.rooms("GET", "", undefined, "2019-01-01");
    expect(unknown.json.error).toEqual({
      code: "UnsupportedApiVersion",
      message:
        "The HTTP resource that matches the request URI 'https://localhost:0/rooms' does not support the API version '2019-01-01'.",
    });
    const { status, json } = await world.send({ method: "GET", target: "/rooms" });
    expect([status, json.error.code]).toEqual([400, "ApiVersionUnspecified"]);
  });

  test("with a path or a method is told", async () => {
    expect(
      (await world.send({ method: "GET", target: "/room?api-version=2025-03-13" })).status,
    ).toBe(404);
    const { status, headers } = await world.rooms("PUT");
    expect([status, headers?.Allow]).toEqual([405, "POST, GET"]);
  });
});

describe("a roster", () => {
  test("is made with the room, in its order; no role is Attendee", async () => {
    const [ann, bob, cat] = [world.someone(), world.someone(), world.someone()];
    const participants = { [ann]: { role: "Presenter" }, [bob]: {}, [cat]: { role: null } };
    const { id } = await makeRoom({ participants });
    expect(await rosterOf(id)).toEqual([
      { rawId: ann, role: "Presenter" },
      { rawId: bob, role: "Attendee" },
      { rawId: cat, role: "Attendee" },
    ]);
  });

  test("takes new people, new roles and removals in one request; the rest stays", async () => {
    const [ann, bob, cat, dan] = [
      world.someone(),
      world.someone(),
      world.someone(),
      world.someone(),
    ];
    const { id } = await makeRoom({
      participants: { [ann]: {}, [bob]: {}, [cat]: { role: "Presenter" } },
    });
    const participants = {
      [ann]: { role: "Consumer" },
      [bob]: null,
      [dan]: { role: "Collaborator" },
      [world.someone()]: null,
    };
    expect(await world.rooms("PATCH", `/${id}/participants`, { participants })).toMatchObject({
      status: 200,
      json: {},
    });
    expect(await rosterOf(id)).toEqual([
      { rawId: ann, role: "Consumer" },
      { rawId: cat, role: "Presenter" },
      { rawId: dan, role: "Collaborator" },
    ]);
    await world.rooms("PATCH", `/${id}/participants`, {
      participants: { [bob]: { role: "Presenter" }, [cat]: {} },
    });
    expect(await rosterOf(id)).toContainEqual({ rawId: bob, role: "Presenter" });
    expect(await rosterOf(id)).toContainEqual({ rawId: cat, role: "Attendee" });
  });

  test("shows Collaborators as Attendees to versions that do not know them, and takes none from them", async () => {
    const ann = world.someone();
    const { id } = await makeRoom({ participants: { [ann]: { role: "Collaborator" } } });
    expect(await rosterOf(id, "2024-04-15")).toEqual([{ rawId: ann, role: "Attendee" }]);
    expect(await rosterOf(id)).toEqual([{ rawId: ann, role: "Collaborator" }]);
    const body = { participants: { [ann]: { role: "Collaborator" } } };
    const { status, json } = await world.rooms("PATCH", `/${id}/participants`, body, "2024-04-15");
    expect(status).toBe(400);
    expect(json.error.details).toMatchObject([
      {
        code: "BadArgument",
        target: "updateParticipantsRequestDto",
        message: "The updateParticipantsRequestDto field is required.",
      },
      { code: "BadArgument", target: `$.participants.${ann}.role` },
    ]);
  });

  test.each([null, { role: "Attendee" }])("refuses a malformed id with %j", async (seat) => {
    const { id } = await makeRoom();
    const { status, json } = await world.rooms("PATCH", `/${id}/participants`, {
      participants: { mri: seat },
    });
    expect(status).toBe(400);
    expect(json.error).toEqual({
      code: "BadRequest",
      message: "Invalid value for the Participants.",
    });
  });
});

describe("pages", () => {
  const follow = async (link: string) =>
    world.send({ method: "GET", target: link.replace("https://localhost:0", "") });

  test("of rooms go from the newest to the oldest, each once", async () => {
    const made: string[] = [];
    for (let n = 0; n < 65; n += 1) made.unshift((await makeRoom()).id);
    const seen: string[] = [];
    let { json } = await world.rooms("GET");
    for (;;) {
      seen.push(...json.value.map(({ id }: { id: string }) => id));
      if (!json.nextLink) break;
      expect(json.value).toHaveLength(30);
      expect(json.nextLink).toMatch(
        /^https:\/\/localhost:0\/rooms\?nextLink=[\w-]+&api-version=2025-03-13$/,
      );
      // Python names the version by its enum from the second page on.
      ({ json } = await follow(json.nextLink.replace("2025-03-13", "ApiVersion.V2025_03_13")));
    }
    expect(seen).toEqual(made);
  });

  test("of participants go on behind the last one, and a link opens no other list", async () => {
    const ids = Array.from({ length: 31 }, () => world.someone());
    const { id } = await makeRoom({
      participants: Object.fromEntries(ids.map((each) => [each, {}])),
    });
    const { json } = await world.rooms("GET", `/${id}/participants`);
    expect(json.value).toHaveLength(30);
    const { json: last } = await follow(json.nextLink);
    expect([...json.value, ...last.value].map(({ rawId }) => rawId)).toEqual(ids);
    expect(last).not.toHaveProperty("nextLink");

    const other = await makeRoom();
    expect((await follow(json.nextLink.replace(id, other.id))).status).toBe(400);
    expect((await follow(json.nextLink.replace(/nextLink=../, "nextLink=AA"))).status).toBe(400);
  });
});

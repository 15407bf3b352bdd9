import { beforeEach, describe, expect, test } from "vitest";
import { setAcsOrigins } from "@/lib/data/acs-resources";
import { markAcsUserDeleted } from "@/lib/data/acs-users";
import { database } from "@/lib/data/client";
import type { CallingUser } from "@/lib/operations/context";
import { buildCallingUser, seatCallingUser } from "@/lib/testing/calling-builder";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { enterCall, PHONE } from "@/lib/testing/visitor-builder";
import { POST as end } from "./[roomId]/end/route";
import { OPTIONS, POST as join } from "./[roomId]/join/route";
import { POST as keepPlace } from "./[roomId]/keep-place/route";
import { POST as mute } from "./[roomId]/mute/route";
import { POST as remove } from "./[roomId]/remove/route";
import { GET as live } from "./[roomId]/live/route";
import { GET as state } from "./[roomId]/state/route";

useDatabase();

const MEETING = { kind: "meeting", title: "A title only its people know" } as const;
const PORTAL = "https://portal.example";

let user: CallingUser;
let token: string;

beforeEach(async () => {
  const { id: organizationId } = await buildOrganization();
  ({ user, token } = await buildCallingUser(organizationId));
});

const room = (changes: Parameters<typeof buildRoom>[1] = {}) =>
  buildRoom(user.organizationId, { ...MEETING, ...changes });

type Asked = { body?: object; bearer?: string | null; headers?: Record<string, string> };

async function ask(
  route: typeof join,
  acsRoomId: string,
  { body, bearer = token, headers = {} }: Asked = {},
) {
  const request = new Request(`http://127.0.0.1:3000/api/calling/${acsRoomId}`, {
    ...(body && { method: "POST", body: JSON.stringify(body) }),
    headers: {
      "content-type": "application/json",
      "x-device-id": PHONE,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
  });
  return route(request, { params: Promise.resolve({ roomId: acsRoomId }) });
}

async function refusalOf(response: Response) {
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const body: unknown = await response.json();
  return { status: response.status, ...(body as Record<string, unknown>) };
}

describe("joining is refused with ACS's code and sub-code, and ours with the time,", () => {
  const SOON = new Date("2099-01-01T10:00:00.000Z");
  const LONG_AGO = new Date("2020-01-01T10:00:00.000Z");

  test("where there is no such room", async () =>
    expect(await refusalOf(await ask(join, "99000000000000000", { body: {} }))).toMatchObject({
      ...{ status: 404, acsCode: 404, subCode: 5732, reason: "room-not-found" },
    }));

  test("in a room of another organization as in none", async () => {
    const theirs = await buildRoom((await buildOrganization()).id, { ...MEETING, access: "open" });
    const told = await refusalOf(await ask(join, theirs.acsId, { body: {} }));
    expect(told).toMatchObject({ status: 404, subCode: 5732 });
    expect(JSON.stringify(told)).not.toContain(MEETING.title);
  });

  test("to somebody who is not on the roster", async () =>
    expect(await refusalOf(await ask(join, (await room()).acsId, { body: {} }))).toMatchObject({
      ...{ status: 403, acsCode: 403, subCode: 5828, reason: "not-invited" },
    }));

  test("before it opens", async () => {
    const early = await room({ opensAt: SOON, closesAt: new Date("2099-01-01T11:00:00Z") });
    await seatCallingUser(early, user);
    expect(await refusalOf(await ask(join, early.acsId, { body: {} }))).toMatchObject({
      ...{ status: 403, subCode: 5829, reason: "too-early", opensAt: SOON.toISOString() },
      title: "The room opens at 2099-01-01T10:00:00.000Z.",
    });
  });

  test("after it closed", async () => {
    const late = await room({ opensAt: new Date("2020-01-01T09:00:00Z"), closesAt: LONG_AGO });
    await seatCallingUser(late, user);
    expect(await refusalOf(await ask(join, late.acsId, { body: {} }))).toMatchObject({
      ...{ status: 403, subCode: 5829, reason: "too-late", closedAt: LONG_AGO.toISOString() },
    });
  });

  test("to a token that is not for calls, and to one of somebody else's making", async () => {
    const { id } = await buildOrganization();
    const { token: forChat } = await buildCallingUser(id, { scopes: ["chat"] });
    const claims = Buffer.from('{"iss":"https://id.example","sub":"x"}').toString("base64url");
    for (const bearer of [forChat, `eyJhbGciOiJSUzI1NiJ9.${claims}.c2ln`]) {
      const told = await refusalOf(await ask(join, "99000000000000000", { body: {}, bearer }));
      expect(told).toMatchObject({ status: 403, acsCode: 403, subCode: 5830 });
    }
  });

  test("to a token that is changed, and to one whose user was deleted", async () => {
    const changed = `${token.slice(0, -2)}AA`;
    const { organizationId, resourceId, rawId } = user;
    await markAcsUserDeleted(database(), { organizationId, resourceId, rawId }, new Date());
    for (const bearer of [null, "x", changed, token]) {
      const told = await refusalOf(await ask(join, "99000000000000000", { body: {}, bearer }));
      expect(told, String(bearer)).toMatchObject({ status: 401, acsCode: 401, subCode: 10009 });
    }
  });
});

test("a user without a seat learns nothing and changes nothing", async () => {
  const { acsId } = await room();
  expect(await (await ask(state, acsId)).json()).toMatchObject({
    ...{ me: null, people: [], end: { code: 0, subCode: 5317 } },
    decision: { kind: "refuse", reason: "not-invited" },
  });
  for (const [route, body] of [
    [keepPlace, {}],
    [mute, {}],
    [end, {}],
    [remove, { participant: user.rawId }],
  ] as const) {
    expect((await ask(route, acsId, { body })).status).toBe(404);
  }
  expect((await ask(live, acsId)).status).toBe(404);
});

test.each(["\0", "99", "none"])("a room called %j is none", async (acsRoomId) => {
  expect(await refusalOf(await ask(join, acsRoomId, { body: {} }))).toMatchObject({
    ...{ status: 404, subCode: 5732 },
  });
});

test("a user in line is waited for as long as their page says that it is there", async () => {
  const meeting = await room({ seatLimit: 1 });
  const call = await database().call.create({ data: { roomId: meeting.id, name: "full" } });
  await enterCall(call, await buildSeat(meeting, "host"));
  await seatCallingUser(meeting, user);
  const waiting = { decision: { kind: "wait", reason: "full", since: expect.any(String) } };
  const joined = await ask(join, meeting.acsId, { body: {} });
  expect(await joined.json()).toMatchObject({ entry: null, view: waiting });

  const now = new Date();
  const where = { roomId: meeting.id, inLineSince: { not: null } };
  await database().seat.updateMany({ where, data: { inLineUntil: now } });
  expect(await (await ask(keepPlace, meeting.acsId, { body: {} })).json()).toMatchObject(waiting);
  const inLine = await database().seat.findFirstOrThrow({ where });
  expect(inLine.inLineUntil?.getTime()).toBeGreaterThan(now.getTime() + 60_000);
});

test("an attendee may not do what presenters do", async () => {
  const meeting = await room();
  const { user: attendee } = await seatCallingUser(meeting, user);
  for (const [route, body] of [
    [mute, {}],
    [end, {}],
    [remove, { participant: attendee.rawId }],
  ] as const) {
    expect(await refusalOf(await ask(route, meeting.acsId, { body }))).toMatchObject({
      ...{ status: 403, code: "not-allowed" },
    });
  }
});

test("what is no raw id is nobody's", async () => {
  const meeting = await room();
  await seatCallingUser(meeting, user);
  for (const participant of ["nobody", "", `8:acs:${user.resourceId}_`]) {
    const told = await refusalOf(await ask(remove, meeting.acsId, { body: { participant } }));
    expect(told, participant).toMatchObject({ status: 404, code: "seat-not-found" });
  }
});

test("the state names people by their raw ids", async () => {
  const meeting = await room();
  await seatCallingUser(meeting, user);
  expect(await (await ask(state, meeting.acsId)).json()).toMatchObject({
    me: { rawId: user.rawId, role: "attendee" },
    ...{ end: null, decision: { kind: "admit" } },
  });
});

describe("a page of another origin", () => {
  const from = (origin: string) => ({ headers: { origin } });
  const allow = async (origin: string, { organizationId, resourceId } = user) =>
    setAcsOrigins(database(), organizationId, resourceId, [origin]);

  test("that nobody allows may neither ask nor read", async () => {
    const preflight = await OPTIONS(new Request("http://x/", from("https://nobody.example")));
    expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
    const answer = await ask(state, (await room()).acsId, from("https://nobody.example"));
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(await refusalOf(answer)).toMatchObject({ status: 403, code: "foreign-origin" });
  });

  test("that another resource allows may read that it is refused, and no more", async () => {
    const { user: other } = await buildCallingUser((await buildOrganization()).id);
    await allow("https://other.example", other);
    const answer = await ask(state, (await room()).acsId, from("https://other.example"));
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://other.example");
    expect(await refusalOf(answer)).toMatchObject({ status: 403, code: "foreign-origin" });
  });

  test("that the user's own resource allows may", async () => {
    await allow(PORTAL);
    const preflight = await OPTIONS(new Request("http://x/", from(PORTAL)));
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      "access-control-allow-origin": PORTAL,
      "access-control-allow-headers": "Authorization, Content-Type, X-Device-Id",
      vary: "Origin",
    });
    const answer = await ask(state, (await room()).acsId, from(PORTAL));
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([
      200,
      PORTAL,
    ]);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });
});

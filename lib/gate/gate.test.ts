import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { AppError } from "@/lib/domain/errors";
import type { Decision } from "@/lib/domain/room/decision";
import { mediaEcho } from "@/lib/testing/media-echo";
import { rawSocket, upgradeHead } from "@/lib/testing/raw-socket";
import { signTicket, SOMEONES_IDENTITY, TICKET_KEY } from "@/lib/testing/ticket-builder";
import { connectLimits } from "./connect-limits";
import { Gate } from "./gate";

const PUBLIC_URL = "https://rostrum.example.org";
/** A program's own pages, which the call's organization allows. */
const PARTNER = "https://partner.example";
const ADMIT: Decision = {
  kind: "admit",
  grant: mediaGrantFor("attendee", "visit", []),
  until: new Date("2027-03-09T14:20:00Z"),
};
const MESSAGE = Buffer.from([0x81, 0x85, 0, 0, 0, 0, ...Buffer.from("hello")]);

let world: Awaited<ReturnType<typeof setUp>>;

async function setUp() {
  const media = await mediaEcho();
  const says = { decide: (): Decision => ADMIT };
  const ensured: string[] = [];
  const passed: string[] = [];
  const gate = new Gate({
    key: TICKET_KEY,
    publicUrl: PUBLIC_URL,
    mediaUrl: media.url,
    limits: connectLimits(),
    isAllowedOrigin: async (origin, callName) => origin === PARTNER && callName === "a-call",
    decide: async () => says.decide(),
    ensureCall: async (callName) => void ensured.push(callName),
    onPassed: (callName) => passed.push(callName),
  });
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    void gate.answer(request, response);
  });
  server.on("upgrade", (request, socket, head) => void gate.upgrade(request, socket, head));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { media, says, ensured, passed, gate, server, port };
}

beforeEach(async () => {
  world = await setUp();
});

afterEach(async () => {
  world.gate.shut();
  world.server.close();
  world.server.closeAllConnections();
  await world.media.stop();
});

async function connect(target?: string, headers?: Record<string, string>) {
  const socket = await rawSocket(world.port);
  socket.send(upgradeHead(target ?? `/rtc/v1?access_token=${await signTicket()}`, headers));
  return socket;
}

async function refusalOf(target?: string, headers?: Record<string, string>): Promise<string> {
  const answer = await (await connect(target, headers)).rest();
  return `${answer.slice(9, 12)} ${answer.split("\r\n\r\n")[1]}`;
}

async function validate(headers: Record<string, string> = {}, method = "GET") {
  const target = `http://127.0.0.1:${world.port}/rtc/v1/validate?access_token=${await signTicket()}`;
  return fetch(target, { method, headers });
}

test("a good ticket is joined to the media server, both ways", async () => {
  const socket = await connect();
  socket.send(MESSAGE);
  const answer = await socket.until(/hello/);
  expect(answer).toMatch(/^HTTP\/1.1 101 /);
  expect(answer).toContain("sec-websocket-accept: accepted");
  expect(answer).not.toContain("x-inner");
  expect(world.ensured).toEqual(["a-call"]);
  expect(world.passed).toEqual(["a-call"]);
});

test("what the media server hears is what was checked, and no more", async () => {
  const target = `/rtc/v1?access_token=${await signTicket()}`;
  const headers = { cookie: "seat=secret", "sec-websocket-extensions": "permessage-deflate" };
  await (await connect(target, headers)).until(/accepted/);
  const [request] = world.media.seen;
  expect(request?.url).toBe(target);
  expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
    ...["connection", "host", "sec-websocket-key", "sec-websocket-version", "upgrade"],
    "x-forwarded-for",
  ]);
});

test("a refusal that lasts is 403 with its reason, and nothing reaches the media server", async () => {
  world.says.decide = () => ({
    kind: "refuse",
    reason: "too-late",
    closedAt: new Date(0),
    wasAdmitted: true,
  });
  expect(await refusalOf()).toBe("403 too-late");
  world.says.decide = () => ({ kind: "wait", reason: "in-lobby", since: null });
  expect(await refusalOf()).toBe("403 in-lobby");
  expect(world.media.seen).toEqual([]);
  expect(world.ensured).toEqual([]);
});

test("trouble is 503, so that the client tries again", async () => {
  world.says.decide = () => {
    throw new AppError("database-unreachable");
  };
  expect(await refusalOf()).toBe("503 database-unreachable");
  await world.media.stop();
  world.says.decide = () => ADMIT;
  expect(await refusalOf()).toBe("503 call-unreachable");
  world.media = await mediaEcho();
});

test("a request hidden behind a refused upgrade never reaches the media server", async () => {
  world.media.refusal = 400;
  const socket = await connect();
  socket.send("POST /whip/v1 HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
  expect(await socket.rest()).toMatch(/^HTTP\/1.1 400 .*bad-request$/s);
  expect(world.media.seen).toHaveLength(1);
});

test.each([
  [401, "401 bad-ticket"],
  [404, "503 call-unreachable"],
  [500, "503 call-unreachable"],
])("the media server's own %s is told as %s, never in its words", async (refusal, told) => {
  world.media.refusal = refusal;
  expect(await refusalOf()).toBe(told);
});

test("another site is refused; our page and a program are not", async () => {
  expect(await refusalOf(undefined, { origin: "https://evil.example" })).toBe("403 foreign-origin");
  expect(await refusalOf(undefined, { origin: "null" })).toBe("403 foreign-origin");
  await expect((await connect(undefined, { origin: PUBLIC_URL })).until(/ 101 /)).resolves.toMatch(
    / 101 /,
  );
});

test("an origin that another call's organization allows is refused; the call's own is not", async () => {
  const video = { room: "another-call" };
  const elsewhere = `/rtc/v1?access_token=${await signTicket({ video })}`;
  expect(await refusalOf(elsewhere, { origin: PARTNER })).toBe("403 foreign-origin");
  expect(await refusalOf("/rtc/v1?access_token=x", { origin: PARTNER })).toBe("403 foreign-origin");
  expect(world.media.seen).toEqual([]);

  const socket = await connect(undefined, { origin: PARTNER });
  expect(await socket.until(/ 101 /)).toMatch(/ 101 /);
});

test.each<[string, string, Record<string, string>]>([
  ["validate", "/rtc/v1/validate?a=b", {}],
  ["another path", "/rtc/v2", {}],
  ["another protocol", "/rtc/v1?a=b", { upgrade: "h2c" }],
  ["a body", "/rtc/v1?a=b", { "content-length": "4" }],
])("an upgrade with %s is refused", async (_, target, headers) => {
  expect(await refusalOf(target, headers)).toBe("400 bad-request");
});

test("a message that is too large ends the connection", async () => {
  const socket = await connect();
  await socket.until(/accepted/);
  socket.send(Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x7f, 0, 0, 0, 1, 2, 3, 4]));
  await socket.rest();
});

test("validate tells the client why, with a CORS header for pages that may connect", async () => {
  world.says.decide = () => ({ kind: "refuse", reason: "ended", endedAt: new Date(0) });
  const refused = await validate({ origin: PUBLIC_URL });
  expect([refused.status, await refused.text()]).toEqual([403, "ended"]);
  expect(refused.headers.get("access-control-allow-origin")).toBe(PUBLIC_URL);
  expect(refused.headers.get("cache-control")).toBe("no-store");

  const foreign = await validate({ origin: "https://evil.example" });
  expect([foreign.status, await foreign.text()]).toEqual([403, "foreign-origin"]);
  expect(foreign.headers.get("access-control-allow-origin")).toBeNull();

  const partner = await validate({ origin: PARTNER });
  expect([partner.status, await partner.text()]).toEqual([403, "ended"]);
  expect(partner.headers.get("access-control-allow-origin")).toBe(PARTNER);

  world.says.decide = () => ADMIT;
  const open = await validate();
  expect([open.status, await open.text()]).toEqual([200, "success"]);
  expect((await validate({}, "POST")).status).toBe(400);
});

test("a connect path without an upgrade is a bad request, never 404", async () => {
  const response = await fetch(`http://127.0.0.1:${world.port}/rtc/v1`);
  expect([response.status, await response.text()]).toEqual([400, "bad-request"]);
});

test("knocking too often is refused for a while, for this person alone", async () => {
  const ticket = await signTicket();
  for (let turn = 0; turn < 40; turn += 1) await validate();
  expect(await refusalOf(`/rtc/v1?access_token=${ticket}`)).toBe("429 too-many-requests");
  const sub = SOMEONES_IDENTITY.replace(/f$/, "0");
  const other = await connect(`/rtc/v1?access_token=${await signTicket({ claims: { sub } })}`);
  expect(await other.until(/ 101 /)).toMatch(/ 101 /);
});

test("pipes can be closed from our side: one person's, or a whole call's", async () => {
  const sub = SOMEONES_IDENTITY.replace(/f$/, "0");
  const one = await connect();
  const other = await connect(`/rtc/v1?access_token=${await signTicket({ claims: { sub } })}`);
  await Promise.all([one.until(/accepted/), other.until(/accepted/)]);
  world.gate.closePipes("another-call");
  world.gate.closePipes("a-call", SOMEONES_IDENTITY);
  await one.rest();
  other.send(MESSAGE);
  await other.until(/hello/);
  world.gate.closePipes("a-call");
  await other.rest();
});

test("one identity keeps four connections; the oldest makes room", async () => {
  const first = await connect();
  await first.until(/accepted/);
  for (let turn = 0; turn < 4; turn += 1) await (await connect()).until(/accepted/);
  await first.rest();
});

test("when it shuts, it lets nobody through any more", async () => {
  const socket = await connect();
  await socket.until(/accepted/);
  world.gate.shut();
  await socket.rest();
  expect(await refusalOf()).toBe("503 restarting");
});

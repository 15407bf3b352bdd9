import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { mintTicket } from "@/lib/livekit/mint-ticket";
import { signTicket, SOMEONE, SOMEONES_IDENTITY, TICKET_KEY } from "@/lib/testing/ticket-builder";
import type { GateRequest } from "./gate-request";
import { readTicket } from "./read-ticket";

function request(changes: Partial<GateRequest>): GateRequest {
  return {
    method: "GET",
    target: "/rtc/v1",
    origin: null,
    host: null,
    authorization: null,
    address: "127.0.0.1",
    ...changes,
  };
}

async function read(target: string, changes: Partial<GateRequest> = {}) {
  const reading = await readTicket(request({ target, ...changes }), TICKET_KEY);
  return reading.ok ? "read" : `${reading.refusal.status} ${reading.refusal.code}`;
}

const readToken = (token: string) => read(`/rtc/v1?access_token=${token}`);

function unsigned(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(Date.now() / 1000) + 90;
  const video = { roomJoin: true, room: "a-call" };
  return `${part({ alg: "none" })}.${part({ iss: TICKET_KEY.apiKey, sub: SOMEONES_IDENTITY, exp, video })}.`;
}

test.each<[string, () => Promise<string>]>([
  ["is signed with another secret", () => signTicket({ secret: "x".repeat(40) })],
  ["is signed with another algorithm", () => signTicket({ algorithm: "HS512" })],
  ["is not signed", () => Promise.resolve(unsigned())],
  ["is of an unknown issuer", () => signTicket({ claims: { iss: "another" } })],
  [
    "is of an issuer that every object knows",
    () => signTicket({ claims: { iss: "__proto__" }, secret: "[object Object]" }),
  ],
  ["has no end", () => signTicket({ endsIn: null })],
  ["has ended", () => signTicket({ endsIn: -65 })],
  ["has not begun", () => signTicket({ beginsIn: 70 })],
  ["names nobody", () => signTicket({ claims: { sub: "" } })],
  ["names no call", () => signTicket({ video: { room: "" } })],
  ["is not for joining", () => signTicket({ video: { roomJoin: false } })],
  ["is no ticket at all", () => Promise.resolve("nonsense")],
])("a ticket is bad when it %s", async (_, ticket) => {
  expect(await readToken(await ticket())).toBe("401 bad-ticket");
});

test.each([
  { roomAdmin: true },
  { roomCreate: true },
  { roomList: true },
  { roomRecord: true },
  { recorder: true },
  { agent: true },
  { ingressAdmin: true },
  { canUpdateOwnMetadata: true },
  { somethingNew: true },
])("a ticket with %j is foreign, even with our signature", async (video) => {
  expect(await readToken(await signTicket({ video }))).toBe("403 foreign-rights");
});

test.each([`${SOMEONES_IDENTITY}#x`, "someone", SOMEONE.seatId, `${SOMEONES_IDENTITY}\n`])(
  "an identity that is not one of ours is foreign: %j",
  async (sub) => {
    expect(await readToken(await signTicket({ claims: { sub } }))).toBe("403 foreign-rights");
  },
);

test("there is exactly one ticket, in the query", async () => {
  const ticket = await signTicket();
  const other = await signTicket({ video: { room: "another" } });
  expect(await read("/rtc/v1")).toBe("401 bad-ticket");
  expect(await read("/rtc/v1?access_token=")).toBe("401 bad-ticket");
  for (const name of ["access_token", "%61ccess_token", "access%5Ftoken"]) {
    expect(await read(`/rtc/v1?access_token=${ticket}&${name}=${other}`)).toBe("401 bad-ticket");
  }
  const authorization = `Bearer ${other}`;
  expect(await read(`/rtc/v1?access_token=${ticket}`, { authorization })).toBe("401 bad-ticket");
  expect(await read("/rtc/v1", { authorization })).toBe("401 bad-ticket");
});

test.each(["publish=x", "publish=", "%70ublish=x", "publis%68", "publish"])(
  "a second identity through %s is refused",
  async (parameter) => {
    const ticket = await signTicket();
    expect(await read(`/rtc?access_token=${ticket}&${parameter}`)).toBe("400 bad-request");
  },
);

test.each([
  "/",
  "/rtc/",
  "//rtc",
  "/RTC",
  "/rtc/v2",
  "/rtc/../twirp",
  "/rtc/%2e%2e/whip",
  "/%72tc",
  "/whip/v1",
  "/twirp/livekit.RoomService/ListRooms",
  "/agent",
  "//[",
  "http://[::/rtc",
  "http://127.0.0.1/rtc",
  "*",
])("no other path than LiveKit's four is read: %s", async (path) => {
  expect(await read(`${path}?access_token=${await signTicket()}`)).toBe("400 bad-request");
});

test.each(["#&publish=x", ";publish=x", "&a=\\", "&a=\t", "&a=ä", `&a=${"x".repeat(50_000)}`])(
  "a target that two programs could read differently is refused: …%s",
  async (rest) => {
    expect(await read(`/rtc?access_token=${await signTicket()}${rest}`)).toBe("400 bad-request");
  },
);

test.each(["POST", "HEAD", "OPTIONS", "CONNECT"])("%s is refused", async (method) => {
  const target = `/rtc/v1?access_token=${await signTicket()}`;
  expect(await read(target, { method })).toBe("400 bad-request");
});

test("a ticket of ours is read on each of the four paths", async () => {
  const ticket = await mintTicket({
    callName: "a-call",
    participant: SOMEONE,
    displayName: "Amara Okafor",
    grant: mediaGrantFor("presenter", "visit", []),
  });
  for (const path of ["/rtc", "/rtc/v1", "/rtc/validate", "/rtc/v1/validate"]) {
    const target = `${path}?auto_subscribe=1&access_token=${ticket}`;
    expect(await readTicket(request({ target }), TICKET_KEY)).toEqual({
      ok: true,
      ticket: {
        callName: "a-call",
        identity: SOMEONES_IDENTITY,
        participant: SOMEONE,
        path,
        query: `auto_subscribe=1&access_token=${ticket}`,
      },
    });
  }
});

test("clocks that are a little apart do not matter", async () => {
  expect(await readToken(await signTicket({ beginsIn: 30 }))).toBe("read");
  expect(await readToken(await signTicket({ endsIn: -30 }))).toBe("read");
});

import { expect, test } from "@playwright/test";
import { environment } from "../support/environment";
import { forgeTicket, identitiesIn, type Forgery } from "../support/media-server";
import { answerTo, joinQuery, knock, knockWith, validity } from "../support/signalling";
import { makeOrganization, makeRoom } from "../support/world";
import { callerFor } from "./meeting";

/** Somebody whom the room admits, with everything that a ticket of theirs says. */
async function makeHolder() {
  const room = await makeRoom(await makeOrganization());
  const caller = await callerFor(room, "patient", "Samuel Reyes");
  const { ticket, callName } = await caller.getsTicket();
  const { me } = await caller.sees();
  const identity = `${caller.seat.id}.${me?.deviceId}`;
  return { room, caller, ticket, callName, identity };
}

const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

const FORGERIES: [what: string, forgery: () => Forgery, answer: string][] = [
  ["signed with another secret", () => ({ secret: "x".repeat(48) }), "401 bad-ticket"],
  ["with no signature", () => ({ algorithm: "none" }), "401 bad-ticket"],
  ["signed in another way", () => ({ algorithm: "HS512" }), "401 bad-ticket"],
  ["of an unknown issuer", () => ({ claims: { iss: "devkey" } }), "401 bad-ticket"],
  [
    "of an issuer that every object has",
    () => ({ claims: { iss: "__proto__" }, secret: "[object Object]".repeat(3) }),
    "401 bad-ticket",
  ],
  ["of nobody", () => ({ claims: { iss: undefined } }), "401 bad-ticket"],
  ["without an end", () => ({ claims: { exp: undefined } }), "401 bad-ticket"],
  ["that has ended", () => ({ claims: { exp: seconds(-70) } }), "401 bad-ticket"],
  ["for later", () => ({ claims: { nbf: seconds(120) } }), "401 bad-ticket"],
  ["for no person", () => ({ claims: { sub: "" } }), "401 bad-ticket"],
  ["for somebody who is none of ours", () => ({ claims: { sub: "eve" } }), "403 foreign-rights"],
  ["for no call", () => ({ video: { room: "" } }), "401 bad-ticket"],
  ["that joins nothing", () => ({ video: { roomJoin: false } }), "401 bad-ticket"],
  ["that moderates", () => ({ video: { roomAdmin: true } }), "403 foreign-rights"],
  ["that makes calls", () => ({ video: { roomCreate: true } }), "403 foreign-rights"],
  ["that records", () => ({ video: { recorder: true } }), "403 foreign-rights"],
  ["of an agent", () => ({ video: { agent: true } }), "403 foreign-rights"],
  ["that renames itself", () => ({ video: { canUpdateOwnMetadata: true } }), "403 foreign-rights"],
];

for (const [what, forgery, answer] of FORGERIES) {
  test(`a ticket ${what} opens nothing, where the plain one does`, async () => {
    const { callName, identity } = await makeHolder();
    const ticket = await forgeTicket(callName, identity, forgery());
    expect(await answerTo(knockWith(ticket))).toBe(answer);
    expect(await answerTo(knock(`/rtc?access_token=${ticket}`))).toBe(answer);
    expect(await validity(ticket)).toBe(answer);
    expect(await answerTo(knockWith(await forgeTicket(callName, identity)))).toBe("open");
  });
}

test("a ticket of one room opens no other, and none of an earlier call", async () => {
  const mine = await makeHolder();
  const theirs = await makeHolder();
  const elsewhere = await forgeTicket(theirs.callName, mine.identity);
  expect(await answerTo(knockWith(elsewhere))).toBe("403 not-invited");
  const nowhere = await forgeTicket("a-call-that-never-was", mine.identity);
  expect(await answerTo(knockWith(nowhere))).toBe("403 room-not-found");
  expect(await answerTo(knockWith(mine.ticket))).toBe("open");
  await expect.poll(() => identitiesIn(theirs.callName)).not.toContain(mine.identity);
});

test("a ticket of another device of the same seat has to wait", async () => {
  const { callName, ticket, caller } = await makeHolder();
  const other = await forgeTicket(callName, `${caller.seat.id}.${"0".repeat(16)}`);
  expect(await answerTo(knockWith(other))).toBe("403 elsewhere");
  expect(await answerTo(knockWith(ticket))).toBe("open");
});

test("two tickets, or one in two places, are one too many", async () => {
  const { ticket, callName, identity } = await makeHolder();
  const host = await forgeTicket(callName, identity, { video: { roomAdmin: true } });
  const query = joinQuery(ticket);
  const targets = [
    `/rtc/v1?${query}&access_token=${ticket}`,
    `/rtc/v1?access_token=${host}&${query}`,
    `/rtc/v1?${query}&%61ccess_token=${host}`,
    `/rtc/v1?${query}&access_token=`,
  ];
  for (const target of targets) {
    expect(await answerTo(knock(target)), target.slice(0, 40)).toBe("401 bad-ticket");
  }
  for (const authorization of [`Bearer ${host}`, `Bearer ${ticket}`, ""]) {
    const answer = answerTo(knock(`/rtc/v1?${query}`, { authorization }));
    expect(await answer, authorization.slice(0, 10)).toBe("401 bad-ticket");
  }
  expect(await answerTo(knock(`/rtc/v1`))).toBe("401 bad-ticket");
  expect(await answerTo(knock(`/rtc/v1?${query}`))).toBe("open");
});

test("another spelling of the address is another address", async () => {
  const { ticket } = await makeHolder();
  const query = joinQuery(ticket);
  const targets = [
    ...[`/rtc/?${query}`, `/rtc/v1/?${query}`, `/rtc/v2?${query}`, `/rtc/../rtc/v1/x?${query}`],
    ...[`/rtc/v1/..;/v1?${query}`, `/rtc/v1%2f?${query}`, `/rtc/v1?${query};publish=x`],
    ...[`/rtc/v1?publish=x&${query}`, `/rtc/v1?${query}&%70ublish=x`, `/rtc/validate?${query}`],
  ];
  for (const target of targets) {
    const answer = await answerTo(knock(target));
    expect(answer, target.replace(query, "…")).toMatch(/^40[034] /);
  }
  for (const target of [
    `/RTC?${query}`,
    `/rtcx?${query}`,
    `/whip/v1?${query}`,
    `/agent?${query}`,
  ]) {
    expect(await answerTo(knock(target)), target.slice(0, 8)).toMatch(/^400/);
  }
  expect(await answerTo(knock(`/rtc/v1?${query}`))).toBe("open");
});

test("whoever tries one bad ticket after another is told to wait, and nobody else is", async () => {
  const { ticket, callName, identity } = await makeHolder();
  const bad = await forgeTicket(callName, identity, { secret: "x".repeat(48) });
  const from = { "x-forwarded-for": "127.2.0.1" };
  const tries = Array.from({ length: 70 }, () => `/rtc/v1?access_token=${bad}`);
  const answers = await Promise.all(tries.map((target) => answerTo(knock(target, from))));
  expect([...new Set(answers)].sort()).toEqual(["401 bad-ticket", "429 too-many-requests"]);
  expect(await answerTo(knock(`/rtc/v1?${joinQuery(ticket)}`, from))).toBe("open");
  expect(await answerTo(knockWith(bad))).toBe("401 bad-ticket");
});

test("whoever connects again and again is told to wait, whatever address they claim", async () => {
  const { ticket } = await makeHolder();
  const other = await makeHolder();
  const knocks = Array.from({ length: 60 }, () => validity(ticket));
  const answers = [...new Set(await Promise.all(knocks))].sort();
  expect(answers).toEqual(["200 success", "429 too-many-requests"]);
  expect(await validity(other.ticket)).toBe("200 success");
});

test("a page of somebody else's can't use a ticket", async () => {
  const { ticket } = await makeHolder();
  const query = joinQuery(ticket);
  const foreign = [
    "https://evil.example",
    "null",
    `${environment.baseUrl}.evil.example`,
    "file://",
  ];
  for (const origin of foreign) {
    const answer = answerTo(knock(`/rtc/v1?${query}`, { origin }));
    expect(await answer, origin).toBe("403 foreign-origin");
  }
  expect(await answerTo(knock(`/rtc/v1?${query}`))).toBe("open");
});

test("what a ticket says is what it needs to, and no secret", async () => {
  const { ticket, callName, identity } = await makeHolder();
  const [, body = ""] = ticket.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
  expect(Object.keys(claims).sort()).toEqual(["exp", "iss", "name", "nbf", "sub", "video"]);
  expect(claims).toMatchObject({ sub: identity, video: { room: callName, roomJoin: true } });
  expect(Number(claims.exp) - seconds(0)).toBeLessThanOrEqual(120);
  expect(ticket).not.toContain(environment.livekitSecret);
});

import { expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import type { Decision } from "@/lib/domain/room/decision";
import { signTicket, TICKET_KEY } from "@/lib/testing/ticket-builder";
import { connectLimits } from "./connect-limits";
import { answerProxy } from "./forward-auth";

const PUBLIC_URL = "https://rostrum.example.org";
const PARTNER = "https://partner.example";
const ADMIT: Decision = {
  kind: "admit",
  grant: mediaGrantFor("attendee", "visit", []),
  until: new Date("2027-03-09T14:20:00Z"),
};

const passed: string[] = [];

async function ask(headers: Record<string, string>, decision: () => Decision = () => ADMIT) {
  const target = `/rtc/v1?access_token=${await signTicket()}`;
  const described = new Headers({ "x-forwarded-uri": target, ...headers });
  const response = await answerProxy(described, {
    key: TICKET_KEY,
    publicUrl: PUBLIC_URL,
    limits: connectLimits(),
    isAllowedOrigin: async (origin) => origin === PARTNER,
    decide: async () => decision(),
    ensureCall: async () => {},
    onPassed: (callName) => passed.push(callName),
  });
  return { response, told: `${response.status} ${await response.text()}` };
}

test("a proxy is told what the built-in gate would do", async () => {
  expect((await ask({})).told).toBe("200 success");
  const ended = () => ({ kind: "refuse", reason: "ended", endedAt: new Date(0) }) as const;
  expect((await ask({}, ended)).told).toBe("403 ended");
  const broken = () => {
    throw new Error("no database");
  };
  expect((await ask({}, broken)).told).toBe("503 unexpected");
});

test("the conductor hears of whoever a proxy lets through, not of who only asks", async () => {
  passed.length = 0;
  await ask({ "x-forwarded-uri": `/rtc/v1/validate?access_token=${await signTicket()}` });
  await ask({ authorization: "Bearer x" });
  expect(passed).toEqual([]);
  await ask({});
  expect(passed).toEqual(["a-call"]);
});

test.each<[string, Record<string, string>, string]>([
  ["no target", { "x-forwarded-uri": "" }, "403 bad-request"],
  ["another path", { "x-forwarded-uri": "/whip/v1?access_token=x" }, "403 bad-request"],
  ["another method", { "x-forwarded-method": "POST" }, "403 bad-request"],
  ["a bad ticket", { "x-forwarded-uri": "/rtc?access_token=x" }, "401 bad-ticket"],
  ["a second ticket in a header", { authorization: "Bearer x" }, "401 bad-ticket"],
  ["another site", { origin: "https://evil.example" }, "403 foreign-origin"],
])("%s is refused with a status that proxies pass on", async (_, headers, told) => {
  expect((await ask(headers)).told).toBe(told);
});

test("our page and an allowed one may read the refusal, another site may not", async () => {
  const own = (await ask({ origin: PUBLIC_URL })).response;
  expect(own.headers.get("access-control-allow-origin")).toBe(PUBLIC_URL);
  const partner = (await ask({ origin: PARTNER })).response;
  expect(partner.headers.get("access-control-allow-origin")).toBe(PARTNER);
  const foreign = (await ask({ origin: "https://evil.example" })).response;
  expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideAfterAttempt, FAILING_LIMIT_MS, REST_MS } from "./after-attempt";
import type { Attempt, AttemptError } from "./attempt";
import { JITTER, RETRY_DELAYS_SECONDS, retryDelayMs } from "./retry-delay";

const now = new Date("2027-03-09T14:00:00Z");
const failed = (status: number | null, error: AttemptError): Attempt => ({ status, error, ms: 9 });
const decide = (
  attempt: Attempt,
  more: { failedTries?: number; failingSince?: Date | null } = {},
) => decideAfterAttempt({ attempt, failedTries: 0, failingSince: null, now, random: 0, ...more });

describe("the wait before the next try", () => {
  test.each([
    [1, 5],
    [2, 300],
    [3, 1_800],
    [4, 7_200],
    [5, 18_000],
    [6, 36_000],
    [7, 50_400],
    [8, 72_000],
    [9, 86_400],
  ])("after %i failed tries is %i seconds", (tries, seconds) => {
    expect(retryDelayMs(tries, 0)).toBe(seconds * 1000);
  });

  test("after the last one does not exist", () => {
    expect(retryDelayMs(RETRY_DELAYS_SECONDS.length + 1, 0)).toBeNull();
  });

  test("is longer each time, whatever the jitter", () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const tries = fc.integer({ min: 1, max: RETRY_DELAYS_SECONDS.length });
    fc.assert(
      fc.property(tries, random, random, (failedTries, one, other) => {
        const wait = retryDelayMs(failedTries, one) ?? 0;
        const table = (RETRY_DELAYS_SECONDS[failedTries - 1] ?? 0) * 1000;
        expect(wait).toBeGreaterThanOrEqual(table);
        expect(wait).toBeLessThanOrEqual(table * (1 + JITTER));
        expect(retryDelayMs(failedTries + 1, other) ?? Infinity).toBeGreaterThan(wait);
      }),
    );
  });

  test("adds up to days", () => {
    const total = RETRY_DELAYS_SECONDS.reduce((sum, seconds) => sum + seconds, 0);
    expect(total / 3_600).toBeGreaterThan(72);
  });
});

describe("a try that failed", () => {
  test("comes back as the table says", () => {
    expect(decide(failed(500, "bad-status"), { failedTries: 1 })).toEqual({
      delivery: { state: "pending", failedTries: 2, dueAt: new Date("2027-03-09T14:05:00Z") },
      endpoint: { failingSince: now, restingUntil: null, off: null },
    });
  });

  test("for the last time stays failed", () => {
    const failedTries = RETRY_DELAYS_SECONDS.length;
    const { delivery } = decide(failed(500, "bad-status"), { failedTries });
    expect(delivery).toEqual({ state: "failed", failedTries: failedTries + 1 });
  });

  test("by the clock lets the endpoint rest", () => {
    const { endpoint } = decide(failed(null, "timeout"));
    expect(endpoint.restingUntil).toEqual(new Date(now.getTime() + REST_MS));
  });

  test("with 410 turns the endpoint off", () => {
    expect(decide(failed(410, "bad-status"))).toMatchObject({
      delivery: { state: "failed" },
      endpoint: { off: "gone" },
    });
  });

  test.each([
    ["just before the limit leaves it on", FAILING_LIMIT_MS - 1, null],
    ["at the limit turns it off", FAILING_LIMIT_MS, "failing"],
  ] as const)("after days of nothing else, %s", (_, ms, off) => {
    const failingSince = new Date(now.getTime() - ms);
    expect(decide(failed(503, "bad-status"), { failingSince }).endpoint.off).toBe(off);
  });
});

test("a try that got through ends it, and the endpoint's bad days with it", () => {
  const failingSince = new Date(now.getTime() - 2 * FAILING_LIMIT_MS);
  expect(decide({ status: 204, error: null, ms: 9 }, { failingSince })).toEqual({
    delivery: { state: "delivered" },
    endpoint: { failingSince: null, restingUntil: null, off: null },
  });
});

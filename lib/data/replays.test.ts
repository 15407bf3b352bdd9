import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { database, inTransaction } from "./client";
import { findReplay, forgetExpiredReplays, keepReplay, type Repeatable } from "./replays";

useDatabase();

const NOW = new Date("2027-03-09T14:00:00Z");
const LATER = new Date("2027-03-10T14:00:00Z");
const FOR_A_DAY = { now: NOW, expiresAt: LATER };
const ANSWER = { status: 201, headers: { location: "99" }, body: '{"id":"99"}' };

function request(key: string, text = "POST /rooms", owner = "acs:one"): Repeatable {
  return { owner, key, requestHash: new Uint8Array(createHash("sha256").update(text).digest()) };
}

const keep = (asked: Repeatable, answer = ANSWER, times = FOR_A_DAY) =>
  inTransaction((tx) => keepReplay(tx, asked, answer, times));

test("what was not answered is not found, also when its transaction failed", async () => {
  const asked = request("broken");
  const failing = inTransaction(async (tx) => {
    await keepReplay(tx, asked, ANSWER, FOR_A_DAY);
    throw new Error("a crash");
  });
  await expect(failing).rejects.toThrow("a crash");
  expect(await findReplay(asked, NOW)).toBeNull();
});

test("the same request gets the same answer, another one under its key is told apart", async () => {
  await keep(request("once"));
  expect(await findReplay(request("once"), NOW)).toEqual({ isSameRequest: true, answer: ANSWER });
  expect((await findReplay(request("once", "another"), NOW))?.isSameRequest).toBe(false);
  expect(await findReplay(request("once", "POST /rooms", "acs:two"), NOW)).toBeNull();
});

test("of many at once one keeps its answer, the others learn that they must not", async () => {
  const tries = Array.from({ length: 6 }, (_, index) =>
    keep(request("race"), { ...ANSWER, body: String(index) }),
  );
  const kept = await Promise.all(tries);
  expect(kept.filter(Boolean)).toHaveLength(1);
  expect((await findReplay(request("race"), NOW))?.answer.body).toBe(String(kept.indexOf(true)));
});

test("an answer is forgotten at the instant it expires, and its key can be used again", async () => {
  await keep(request("short"));
  expect(await findReplay(request("short"), new Date(LATER.getTime() - 1))).not.toBeNull();
  expect(await findReplay(request("short"), LATER)).toBeNull();
  const again = { now: LATER, expiresAt: new Date(LATER.getTime() + 1000) };
  expect(await keep(request("short"), { ...ANSWER, body: "new" }, again)).toBe(true);
  expect((await findReplay(request("short"), LATER))?.answer.body).toBe("new");
  await forgetExpiredReplays(again.expiresAt);
  expect(await database().replay.count({ where: { key: "short" } })).toBe(0);
});

test("a failure of ours is no answer to keep", async () => {
  await expect(keep(request("failed"), { ...ANSWER, status: 500 })).rejects.toThrow();
});

import { expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { countTry, requireTriesLeft } from "./rate-limit";

useDatabase();

const tries = (count: number, key: string) =>
  Promise.allSettled(Array.from({ length: count }, () => countTry("sign-in-address", key)));

test("the sixth mail to one address is refused, even when all are asked for at once", async () => {
  const results = await tries(8, "ada@example.org");
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  const refusal = await countTry("sign-in-address", "ada@example.org").catch(
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({
    code: "too-many-requests",
    detail: { retryAfterSeconds: expect.any(Number) },
  });
});

test("somebody else is not refused for it", async () => {
  await tries(8, "eve@example.org");
  await expect(countTry("sign-in-address", "bob@example.org")).resolves.toBeUndefined();
});

test("whoever has not tried yet has tries left", async () =>
  expect(await requireTriesLeft("link-guess", "203.0.113.9")).toBeUndefined());

test("asking whether tries are left uses none up", async () => {
  const key = "198.51.100.7";
  for (let n = 0; n < 49; n++) await countTry("link-guess", key);
  await requireTriesLeft("link-guess", key);
  await requireTriesLeft("link-guess", key);
  await countTry("link-guess", key);
  await expect(requireTriesLeft("link-guess", key)).rejects.toMatchObject({
    code: "too-many-requests",
  });
});

test("the table holds no address", async () => {
  await countTry("sign-in-address", "grace@example.org");
  const rows = await database().rateLimit.findMany();
  expect(JSON.stringify(rows, (_, value: unknown) => String(value))).not.toContain("grace");
});

test("nobody gets through while the counts can't be kept", async () => {
  await database().$executeRaw`ALTER TABLE rate_limits RENAME TO rate_limits_away`;
  try {
    await expect(countTry("sign-in-address", "zoe@example.org")).rejects.toThrow();
    await expect(requireTriesLeft("link-guess", "zoe")).rejects.toThrow();
  } finally {
    await database().$executeRaw`ALTER TABLE rate_limits_away RENAME TO rate_limits`;
  }
});

test("who never tried has tries left", async () => {
  await expect(requireTriesLeft("link-guess", "never tried before")).resolves.toBeUndefined();
});

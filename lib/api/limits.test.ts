import { expect, test } from "vitest";
import { makeKeySecret } from "@/lib/operations/keys/key-secret";
import { askEndpoint, buildKey, endpointOf } from "@/lib/testing/api-builder";
import { buildOrganization } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { LIMITS } from "@/lib/web/rate-limit";

useDatabase();

const ask = (secret: string, from = "192.0.2.1") =>
  askEndpoint(endpointOf("getKey"), secret, {}, { headers: { "x-forwarded-for": from } });

async function askOften(times: number, secret: string, from?: string): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let asked = 0; asked < times; asked += 50) {
    const batch = await Promise.all(Array.from({ length: 50 }, () => ask(secret, from)));
    for (const { status } of batch) statuses.add(status);
  }
  return statuses;
}

test("a key that asks too often is told when to come back; another goes on", async () => {
  const { id } = await buildOrganization();
  const [often, other] = [await buildKey(id), await buildKey(id)];
  expect(await askOften(LIMITS["api-key"].points, often.secret)).toEqual(new Set([200]));

  const { status, headers, body } = await ask(often.secret);
  expect([status, body]).toMatchObject([429, { code: "too-many-requests", status: 429 }]);
  const seconds = Number(headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(headers.get("ratelimit-policy")).toBe('"key";q=1200;w=60');
  expect(headers.get("ratelimit")).toBe(`"key";r=0;t=${seconds}`);
  expect((await ask(other.secret)).status).toBe(200);
});

test("an address from which refused keys come again and again waits, with good ones too; another does not", async () => {
  const { secret } = await buildKey((await buildOrganization()).id);
  const guesser = "192.0.2.7";
  expect(await askOften(600, makeKeySecret(), guesser)).toEqual(new Set([401]));

  const { status, headers, body } = await ask(secret, guesser);
  expect([status, body]).toMatchObject([429, { code: "too-many-requests" }]);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect(headers.get("ratelimit")).toBeNull();
  expect((await ask(secret, "192.0.2.8")).status).toBe(200);
});

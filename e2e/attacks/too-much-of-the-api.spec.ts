import { expect, test } from "../fixtures";
import { environment } from "../support/environment";
import { makeKey, makeOrganization, makeRoom } from "../support/world";

const ask = (path: string, key: string, from = "192.0.2.1") =>
  fetch(new URL(path, environment.baseUrl), {
    headers: { authorization: `Bearer ${key}`, "x-forwarded-for": from },
  });

async function askOften(times: number, key: string, from?: string): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let asked = 0; asked < times; asked += 20) {
    const batch = Array.from({ length: 20 }, () => ask("/api/v1/key", key, from));
    for (const answer of await Promise.all(batch)) {
      statuses.add(answer.status);
      await answer.arrayBuffer();
    }
  }
  return statuses;
}

test("a key that asks too often is told when to come back; another of the same organization goes on", async () => {
  const organization = await makeOrganization();
  const [often, other] = [await makeKey(organization), await makeKey(organization)];
  const first = await ask("/api/v1/key", often);
  expect(first.headers.get("ratelimit-policy")).toBe('"key";q=1200;w=60');
  expect(first.headers.get("ratelimit")).toMatch(/^"key";r=1199;t=\d+$/);
  await askOften(1_200, often);

  const answer = await ask("/api/v1/key", often);
  expect(answer.status).toBe(429);
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const seconds = Number(answer.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(answer.headers.get("ratelimit")).toBe(`"key";r=0;t=${seconds}`);
  expect(await answer.json()).toMatchObject({ status: 429, code: "too-many-requests" });
  expect((await ask("/api/v1/key", other)).status).toBe(200);
});

test("an address that guesses keys waits, with a good one too; every other one does not", async () => {
  const key = await makeKey(await makeOrganization());
  const guesser = "192.0.2.77";
  const made = await makeKey(await makeOrganization());
  const guess = made.slice(0, -1) + (made.endsWith("0") ? "1" : "0");
  expect(await askOften(600, guess, guesser)).toEqual(new Set([401]));

  const answer = await ask("/api/v1/key", key, guesser);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  // Whose key it is was not looked at, so nothing is told of its limit.
  expect(answer.headers.get("ratelimit")).toBeNull();
  expect((await ask("/api/v1/key", key, "192.0.2.78")).status).toBe(200);
});

test("whoever follows the links of a list meets each entry once and comes to its end", async () => {
  const organization = await makeOrganization();
  const key = await makeKey(organization);
  const ids: string[] = [];
  for (let nth = 0; nth < 23; nth += 1) {
    // Several that open at the same instant, so that a page may end between them.
    const opensInSeconds = 3_600 + Math.floor(nth / 5) * 600;
    ids.push((await makeRoom(organization, { title: "Checkup & more", opensInSeconds })).id);
  }
  await makeRoom(organization, { title: "Something else" });

  const seen: string[] = [];
  let pages = 0;
  let next: string | undefined = "/api/v1/rooms?title=Checkup+%26&limit=10";
  while (next) {
    const answer: Response = await ask(next, key);
    expect(answer.status).toBe(200);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    seen.push(...items.map(({ id }) => id));
    pages += 1;
    next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1];
    if (next) expect(next).toContain(`${environment.baseUrl}/api/v1/rooms?`);
  }
  expect(pages).toBe(3);
  expect(seen).toHaveLength(23);
  expect(new Set(seen)).toEqual(new Set(ids));
});

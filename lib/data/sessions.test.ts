import { expect, test } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { database } from "./client";
import { extendSession, findSession, removeExpiredSignIns, removeSession } from "./sessions";

useDatabase();

const NOW = new Date("2027-03-09T14:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function buildSession(token: string, expires: Date) {
  const user = await database().user.create({ data: { email: `${token}@example.org` } });
  await database().session.create({ data: { userId: user.id, sessionToken: token, expires } });
}

test("a session is over at its end, and from then on", async () => {
  await buildSession("ending", later(10));
  expect(await findSession("ending", later(9))).toMatchObject({ address: "ending@example.org" });
  expect(await findSession("ending", later(10))).toBeNull();
});

test("a session that was ended is gone, however long it would have lasted", async () => {
  await buildSession("leaving", later(10));
  await removeSession("leaving");
  expect(await findSession("leaving", NOW)).toBeNull();
  await extendSession("leaving", later(100));
  expect(await findSession("leaving", NOW)).toBeNull();
});

test("what is over is forgotten, and nothing else", async () => {
  await buildSession("old", later(-1));
  await buildSession("new", later(1));
  await removeExpiredSignIns(NOW);
  const left = await database().session.findMany({ select: { sessionToken: true } });
  expect(left.map(({ sessionToken }) => sessionToken)).toEqual(expect.arrayContaining(["new"]));
  expect(left.map(({ sessionToken }) => sessionToken)).not.toContain("old");
});

import { beforeAll, expect, test } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { addMissingRooms, addOrganization, findDemoOrganizations } from "./add-demo";
import { DEMO } from "./demo-cast";
import { linksOfSeats } from "./demo-links";

useDatabase();

const MORNING = new Date("2026-03-14T08:02:00Z");
const HOUR_MS = 3_600_000;
const later = (hours: number) => new Date(MORNING.getTime() + hours * HOUR_MS);

const seedAt = (now: Date) =>
  inTransaction(async (tx) => {
    for (const organization of DEMO) await addMissingRooms(tx, organization, now);
  });

/** Titles of what is open at an instant. */
const openAt = async (now: Date) => {
  const where = { opensAt: { lte: now }, closesAt: { gt: now } };
  const rooms = await database().room.findMany({ where, orderBy: { title: "asc" } });
  return rooms.map(({ title }) => title);
};

beforeAll(async () => {
  await inTransaction(async (tx) => {
    for (const organization of DEMO) await addOrganization(tx, organization);
  });
  await seedAt(MORNING);
});

test("a visit and a webinar are open at once, one visit opens in three hours, one was yesterday", async () => {
  expect(await openAt(MORNING)).toEqual([
    "Light after dark: safer streets by design",
    "Visit with Dr Amara Okafor",
  ]);
  const starts = await database().room.findMany({ select: { opensAt: true } });
  const hours = starts.map(({ opensAt }) => (opensAt.getTime() - MORNING.getTime()) / HOUR_MS);
  expect(hours.some((hour) => hour >= 3 && hour <= 3.1)).toBe(true);
  expect(hours.some((hour) => hour <= -23 && hour >= -24)).toBe(true);
});

test("a second start soon after adds nothing and keeps the links", async () => {
  const links = await linksOfSeats([], "http://127.0.0.1:3000", MORNING);
  const before = await database().room.count();
  await seedAt(later(0.5));
  expect(await database().room.count()).toBe(before);
  expect(await linksOfSeats(links, "http://127.0.0.1:3000", later(0.5))).toEqual(links);
});

test("a start on the next day has something open again", async () => {
  await seedAt(later(30));
  expect(await openAt(later(30))).toEqual([
    "Light after dark: safer streets by design",
    "Visit with Dr Amara Okafor",
  ]);
});

test("organizations of somebody's own that are called alike are no demo", async () => {
  await database().room.deleteMany({ where: { organization: { slug: "riverside-clinic" } } });
  const demo = await inTransaction((tx) => findDemoOrganizations(tx, DEMO));
  expect(demo.map(({ slug }) => slug)).toEqual(["lanternhouse-events"]);
});

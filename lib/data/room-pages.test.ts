import { expect, test } from "vitest";
import { buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { database } from "./client";
import { listRoomPage } from "./room-pages";

useDatabase();

const NOW = new Date("2026-03-14T12:00:00Z");
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

/** Opening and closing, in hours from now. */
type Hours = [opens: number, closes: number];

async function titlesFrom(rooms: Record<string, Hours>, from: Date) {
  const { id: organizationId } = await buildOrganization();
  for (const [title, [opens, closes]] of Object.entries(rooms)) {
    await buildRoom(organizationId, { title, opensAt: inHours(opens), closesAt: inHours(closes) });
  }
  const filter = { kind: null, from, until: null, personId: null, title: null };
  const page = await listRoomPage(database(), { organizationId, filter, after: null, limit: 10 });
  return page.map(({ title }) => title);
}

const OVER: Record<string, Hours> = {
  "over for weeks": [-500, -499],
  "long, and over": [-200, -1],
  "over just now": [-1, 0],
};

test("rooms that close after an instant: what is over is left out, whatever its length", async () => {
  expect(await titlesFrom(OVER, NOW)).toEqual([]);
});

test("rooms that close after an instant: open for ten days, for a day, for minutes, and to come", async () => {
  const open: Record<string, Hours> = {
    "open for ten days": [-240, 1],
    "open for a day": [-23.9, 0.1],
    "open for minutes": [-0.1, 0.5],
    "to come": [24, 25],
  };
  expect(await titlesFrom({ ...OVER, ...open }, NOW)).toEqual(Object.keys(open));
});

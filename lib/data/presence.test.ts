import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { mergeStay, type Stay } from "@/lib/domain/call/stay";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { insertCall, type OpenCall } from "./calls";
import { database, inTransaction } from "./client";
import { endStays, listOpenStays, reportStays, type StayReport } from "./presence";

useDatabase();

const START = Date.parse("2027-03-09T14:00:00Z");
const at = (seconds: number) => new Date(START + seconds * 1000);

let call: OpenCall;
let seatId: string;
let strangerId: string;

beforeAll(async () => {
  const organization = await buildOrganization();
  const room = await buildRoom(organization.id);
  seatId = (await buildSeat(room, "patient")).id;
  strangerId = (await buildSeat(await buildRoom(organization.id), "patient")).id;
  const made = await insertCall(database(), room.id, randomUUID(), at(0));
  if (!made) throw new Error("no call");
  call = made;
});

const report = (sid: string, joinedAt: Date, leftAt: Date | null, seat = seatId): StayReport => ({
  participant: { seatId: seat, deviceId: "0123456789abcdef" },
  sid,
  joinedAt,
  leftAt,
});

const tell = (...reports: StayReport[]) => inTransaction((tx) => reportStays(tx, call.id, reports));

async function stayOf(sid: string): Promise<Stay> {
  const row = await database().presence.findUniqueOrThrow({ where: { participantSid: sid } });
  return { joinedAt: row.joinedAt, leftAt: row.leftAt };
}

test("a seat of another room leaves no trace", async () => {
  expect(await tell(report("PA_foreign", at(1), null, strangerId))).toEqual([]);
  expect(await tell(report("PA_unknown", at(1), null, randomUUID()))).toEqual([]);
  expect(await database().presence.count({ where: { participantSid: "PA_foreign" } })).toBe(0);
});

test("each stay begins once and ends once, however often it is told", async () => {
  const [began] = await tell(report("PA_once", at(1), null));
  expect(began).toMatchObject({ hasBegun: true, hasEnded: false, joinedAt: at(1) });
  expect(await tell(report("PA_once", at(1), null))).toEqual([]);
  const [ended] = await tell(report("PA_once", at(1), at(5)));
  expect(ended).toMatchObject({ hasBegun: false, hasEnded: true, leftAt: at(5) });
  expect(await tell(report("PA_once", at(1), at(5)), report("PA_other", at(1), null))).toHaveLength(
    1,
  );
});

test("an end without a beginning is a whole stay", async () => {
  const [stay] = await tell(report("PA_end", at(1), at(2)));
  expect(stay).toMatchObject({ hasBegun: true, hasEnded: true, joinedAt: at(1), leftAt: at(2) });
});

test("the database merges news exactly as the domain does", async () => {
  const news = fc.record({
    joinedAt: fc.integer({ min: 0, max: 9 }).map(at),
    leftAt: fc.option(fc.integer({ min: 9, max: 20 }).map(at), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(news, { minLength: 1, maxLength: 6 }), async (all) => {
      const sid = `PA_${randomUUID()}`;
      for (const { joinedAt, leftAt } of all) await tell(report(sid, joinedAt, leftAt));
      expect(await stayOf(sid)).toEqual(all.reduce<Stay | null>(mergeStay, null));
    }),
    { numRuns: 50 },
  );
});

test("a sweep ends the stays it names and no others, and the end of a call all of them", async () => {
  await tell(report("PA_a", at(1), null), report("PA_b", at(1), null), report("PA_c", at(1), null));
  const swept = await endStays(database(), call.id, at(30), ["PA_a", "PA_unknown"]);
  expect(swept.map(({ leftAt }) => leftAt)).toEqual([at(30)]);
  const open = (await listOpenStays(database(), [call.id])).map(({ sid }) => sid);
  expect(open).toEqual(expect.arrayContaining(["PA_b", "PA_c"]));
  expect(open).not.toContain("PA_a");
  await endStays(database(), call.id, at(40));
  expect(await listOpenStays(database(), [call.id])).toEqual([]);
});

import { expect, test, vi } from "vitest";
import { callWorld } from "@/lib/testing/call-world";
import { useDatabase } from "@/lib/testing/database";
import { PHONE } from "@/lib/testing/visitor-builder";
import { database, inTransaction } from "./client";
import { listDevicesInCall, markSeatsRemoved } from "./roster-changes";
import { giveCallToDevice } from "./seat-tickets";

useDatabase();

/** Something waits for a lock that somebody else holds. */
async function isSomebodyHeldUp(): Promise<boolean> {
  const held = await database().$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return held.length > 0;
}

test("nobody gets a ticket between the look at their devices and their removal", async () => {
  const { room, patient, call } = await callWorld();
  const at = new Date();
  const change = { roomId: room.id, seatId: patient.id, at, actor: `seat:${patient.id}` as const };
  const device = { deviceId: PHONE, linkId: null };
  const facts = { seatId: patient.id, deviceId: PHONE, callId: call.id };
  const lines = [{ kind: "ticket-issued" as const, facts }];
  const ticketing = { device, heldBy: null, wasAdmitted: false, lines };
  let isAnswered = false;

  const { asked } = await inTransaction(async (tx) => {
    expect(await listDevicesInCall(tx, [patient.id])).toEqual([]);
    const asked = giveCallToDevice(database(), change, ticketing);
    void asked.finally(() => (isAnswered = true));
    await vi.waitFor(async () => expect(isAnswered || (await isSomebodyHeldUp())).toBe(true));
    const removal = { at, byRole: null, reason: null, fromCall: [] };
    await markSeatsRemoved(tx, [patient.id], removal);
    return { asked };
  });

  expect(await asked).toBe(false);
});

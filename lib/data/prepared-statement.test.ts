import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { enterCall, PHONE } from "@/lib/testing/visitor-builder";
import { listTicketFacts } from "./call-facts";
import { asOneTransaction, database } from "./client";
import { findJoinFacts } from "./join-facts";
import { findLink, insertLink, markLinksRevoked } from "./personal-links";
import { startWaiting } from "./seat-lobby";
import { giveCallToDevice } from "./seat-tickets";

useDatabase();

const at = new Date();

async function world() {
  const { room, guest, presenter, call } = await buildRunningRoom({ lobby: true });
  const token = randomBytes(16).toString("base64url");
  const linkId = await insertLink(database(), guest.id, token, "copied");
  const change = { roomId: room.id, seatId: guest.id, at, actor: `seat:${guest.id}` as const };
  const gives = (link: string | null) =>
    giveCallToDevice(database(), change, {
      device: { deviceId: PHONE, linkId: link },
      heldBy: PHONE,
      wasAdmitted: false,
      lines: [
        { kind: "ticket-issued", facts: { seatId: guest.id, deviceId: PHONE, callId: call.id } },
      ],
    });
  await enterCall(call, guest, { deviceId: PHONE });
  return { room, guest, presenter, call, token, linkId, change, gives };
}

test("what is asked inside a transaction is answered with the same values as outside", async () => {
  const { room, guest, presenter, call, token, linkId, gives } = await world();
  await enterCall(call, presenter);
  const questions = [
    () => findJoinFacts(database(), { roomId: room.id, seatId: guest.id, linkId, now: at }),
    () => listTicketFacts(database(), [call.name], [guest.id], new Date()),
    () => findLink(database(), token),
    () => gives(linkId),
  ];
  for (const ask of questions) {
    const outside = await ask();
    expect(outside).toBeTruthy();
    expect(await asOneTransaction<unknown>(ask)).toEqual(outside);
  }
});

test("a statement is prepared under its name, inside a transaction as outside", async () => {
  const { room, guest, linkId } = await world();
  const asks = () =>
    findJoinFacts(database(), { roomId: room.id, seatId: guest.id, linkId, now: at });
  const names = await asOneTransaction(async () => {
    await asks();
    await asks();
    return database().$queryRaw<{ name: string }[]>`SELECT name FROM pg_prepared_statements`;
  });
  expect(names).toContainEqual({ name: "join-facts-of-seat" });
});

test("a link that is revoked while its holder comes in gives neither a ticket nor a place", async () => {
  const { guest, linkId, change, gives } = await world();
  expect(await gives(linkId)).toBe(true);
  await markLinksRevoked(database(), { seatId: guest.id, linkId, at });
  expect(await gives(linkId)).toBe(false);
  expect(await gives(null)).toBe(true);
  await database().seat.update({ where: { id: guest.id }, data: { admittedAt: null } });
  const waits = (link: string | null) =>
    asOneTransaction(() => startWaiting(database(), change, { deviceId: PHONE, linkId: link }));
  expect(await waits(linkId)).toBe(false);
  expect(await waits(null)).toBe(true);
});

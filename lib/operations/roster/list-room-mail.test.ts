import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { enqueue } from "@/lib/data/job-queue";
import type { Delivery } from "@/lib/domain/mail/mailer";
import { buildMember, buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { sendInvitation } from "@/lib/operations/mail/send-invitation";
import { listRoomMail } from "./list-room-mail";

useDatabase();

async function buildVisit() {
  const { id: organizationId } = await buildOrganization();
  const room = await buildRoom(organizationId);
  const { id: seatId } = await buildSeat(room, "patient");
  const ctx = buildPlannerContext(await buildMember(organizationId, "owner"));
  return { seatId, list: () => listRoomMail(ctx, room.id), room };
}

const invite = (seatId: string, delivery: Delivery) =>
  sendInvitation(
    {
      actor: { kind: "system" },
      now: new Date(),
      job: { id: randomUUID(), askedAt: new Date() },
      mailer: { send: () => Promise.resolve(delivery) },
      link: { token: randomUUID(), url: "https://visits.example.org/join/x" },
    },
    { seatId },
  );

/** A job for this seat in that state, as the queue leaves it after a try. */
async function leaveJob(seatId: string, state: "retry" | "failed") {
  await inTransaction((tx) => enqueue(tx, "send-invitation", { seatId }));
  await database().$executeRaw`
    UPDATE rostrum_jobs.job SET state = ${state}::rostrum_jobs.job_state, started_on = now()
    WHERE data->>'seatId' = ${seatId}`;
}

test("a member of another organization finds no room", async () => {
  const { room } = await buildVisit();
  const stranger = await buildMember((await buildOrganization()).id, "owner");
  const asked = listRoomMail(buildPlannerContext(stranger), room.id);
  await expect(asked).rejects.toMatchObject({ code: "room-not-found" });
});

test("whoever was never written to isn't listed", async () => {
  const { list } = await buildVisit();
  expect(await list()).toEqual([]);
});

test("staff read when the last mail went out", async () => {
  const { seatId, list } = await buildVisit();
  await invite(seatId, "accepted");
  expect(await list()).toEqual([
    { seatId, sentAt: expect.any(Date), refusedAt: null, trouble: null },
  ]);
});

test("staff read that an address was refused, until a mail gets through", async () => {
  const { seatId, list } = await buildVisit();
  await invite(seatId, "refused");
  expect(await list()).toMatchObject([{ sentAt: null, refusedAt: expect.any(Date) }]);
  await invite(seatId, "accepted");
  expect(await list()).toMatchObject([{ sentAt: expect.any(Date), refusedAt: null }]);
});

test("staff read that a mail is being tried again", async () => {
  const { seatId, list } = await buildVisit();
  await leaveJob(seatId, "retry");
  expect(await list()).toMatchObject([{ seatId, trouble: "trying again" }]);
});

test("staff read that a mail was given up, until a later one gets through", async () => {
  const { seatId, list } = await buildVisit();
  await leaveJob(seatId, "failed");
  expect(await list()).toMatchObject([{ seatId, trouble: "given up" }]);
  await invite(seatId, "accepted");
  expect(await list()).toMatchObject([{ seatId, trouble: null }]);
});

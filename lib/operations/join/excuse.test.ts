import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { ExcusePayload } from "@/lib/data/job-queue";
import type { ExcuseMail } from "@/lib/domain/mail/mailer";
import { EXCUSE_MAIL_DELAY_MS } from "@/lib/domain/room/excuse";
import { sendExcuse } from "@/lib/operations/mail/send-excuse";
import { removeSeat } from "@/lib/operations/roster/remove-seat";
import { buildMember, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { enterCall, recordedIn, visitorContext } from "@/lib/testing/visitor-builder";
import { excuseSelf } from "./excuse-self";
import { joinRoom } from "./join-room";
import { takeBackExcuse } from "./take-back-excuse";
import { viewRoom } from "./view-room";

useDatabase();

type Running = Awaited<ReturnType<typeof buildRunningRoom>>;

const later = (ms: number) => new Date(Date.now() + ms);
const ofGuest = ({ room, guest }: Running, now?: Date) =>
  visitorContext(room, guest, now && { now });
const excuseIn = async (running: Running) => (await viewRoom(ofGuest(running))).me?.excuse;

/** The jobs that tell a room's leaders, oldest first. */
function jobsFor({ presenter }: Running) {
  return database().$queryRaw<{ data: ExcusePayload; startAfter: Date }[]>`
    SELECT data, start_after AS "startAfter" FROM rostrum_jobs.job
    WHERE name = 'send-excuse' AND data->>'seatId' = ${presenter.id} ORDER BY created_on`;
}

/** Runs those jobs now; what they wrote. */
async function mailsFor(running: Running): Promise<ExcuseMail[]> {
  const mails: ExcuseMail[] = [];
  const sendMail = async (mail: ExcuseMail) => {
    mails.push(mail);
    return "accepted" as const;
  };
  for (const { data } of await jobsFor(running)) {
    const job = { id: randomUUID(), askedAt: new Date() };
    await sendExcuse({ job, now: new Date(), mailer: { sendExcuse: sendMail } }, data);
  }
  return mails;
}

describe("that they can't come", () => {
  test("is not for who leads, nor for who is inside already", async () => {
    const running = await buildRunningRoom();
    const leading = excuseSelf(visitorContext(running.room, running.presenter), null);
    await expect(leading).rejects.toMatchObject({ code: "not-allowed" });
    await enterCall(running.call, running.guest);
    const inside = excuseSelf(ofGuest(running), null);
    await expect(inside).rejects.toMatchObject({ code: "not-allowed" });
    expect(await recordedIn(running.room.id)).toEqual([]);
  });

  test("is kept once, with a reason that stands in no record, and changes no decision", async () => {
    const running = await buildRunningRoom();
    const before = await viewRoom(ofGuest(running));
    const ctx = ofGuest(running);
    await Promise.all([excuseSelf(ctx, null), excuseSelf(ofGuest(running), null)]);
    await excuseSelf(ofGuest(running), "I have a fever.");
    await excuseSelf(ofGuest(running), null);
    const view = await viewRoom(ofGuest(running));
    expect(view.me).toMatchObject({ excuse: { reason: "I have a fever." }, mayExcuseSelf: false });
    expect(view.decision).toEqual(before.decision);
    expect(ctx.announced).toEqual([running.room.id]);
    expect(await recordedIn(running.room.id)).toEqual(["excused"]);
    const lines = await database().recordEntry.findMany({ where: { roomId: running.room.id } });
    expect(JSON.stringify(lines.map(({ facts }) => facts))).not.toContain("fever");
    expect(await jobsFor(running)).toHaveLength(1);
  });

  test("is told to who leads once there was time to think better of it", async () => {
    const running = await buildRunningRoom();
    const ctx = ofGuest(running);
    await excuseSelf(ctx, "I have a fever.");
    const [job] = await jobsFor(running);
    expect(job?.startAfter).toEqual(new Date(ctx.now.getTime() + EXCUSE_MAIL_DELAY_MS));
    expect(await mailsFor(running)).toMatchObject([
      { facts: { name: "Samuel Reyes", excuse: { reason: "I have a fever." } } },
    ]);
  });

  test("of a webinar's audience fills nobody's mailbox", async () => {
    const running = await buildRunningRoom({ kind: "webinar" }, ["host", "audience"]);
    await excuseSelf(ofGuest(running), null);
    expect(await excuseIn(running)).toMatchObject({ reason: null });
    expect(await jobsFor(running)).toEqual([]);
  });

  test("goes with whoever is taken off the list", async () => {
    const running = await buildRunningRoom();
    await excuseSelf(ofGuest(running), null);
    const owner = buildPlannerContext(await buildMember(running.room.organizationId));
    const target = { roomId: running.room.id, seatId: running.guest.id, reason: null };
    await removeSeat(owner, target);
    expect(await excuseIn(running)).toBeNull();
    expect(await mailsFor(running)).toEqual([]);
  });
});

describe("that they can after all", () => {
  test("is nothing from who never said otherwise", async () => {
    const running = await buildRunningRoom();
    await takeBackExcuse(ofGuest(running));
    expect(await recordedIn(running.room.id)).toEqual([]);
  });

  test("is not for what is over", async () => {
    const running = await buildRunningRoom();
    await excuseSelf(ofGuest(running), null);
    const over = takeBackExcuse(ofGuest(running, running.room.closesAt));
    await expect(over).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("leaves no mail when it is said at once", async () => {
    const running = await buildRunningRoom();
    await excuseSelf(ofGuest(running), null);
    await takeBackExcuse(ofGuest(running));
    expect(await excuseIn(running)).toBeNull();
    expect(await mailsFor(running)).toEqual([]);
    expect(await recordedIn(running.room.id)).toEqual(["excused", "excuse-taken-back"]);
  });

  test("is told to who leads when they know of the excuse", async () => {
    const running = await buildRunningRoom();
    await excuseSelf(ofGuest(running), null);
    await takeBackExcuse(ofGuest(running, later(EXCUSE_MAIL_DELAY_MS)));
    expect(await mailsFor(running)).toMatchObject([{ facts: { excuse: null } }]);
  });

  test.each([
    ["into the call", { lobby: false }, "ticket-issued"],
    ["to the door", { lobby: true }, "came-to-lobby"],
  ])("is what coming %s says", async (_where, changes, line) => {
    const running = await buildRunningRoom(changes);
    await excuseSelf(ofGuest(running), null);
    const { view } = await joinRoom(ofGuest(running), { takeOver: false });
    expect(view.me?.excuse).toBeNull();
    const lines = await recordedIn(running.room.id);
    expect(lines).toEqual(["excused", "excuse-taken-back", line]);
  });

  test("is not what knocking too early says", async () => {
    const running = await buildRunningRoom({
      opensAt: later(3_600_000),
      closesAt: later(7_200_000),
    });
    await excuseSelf(ofGuest(running), null);
    await joinRoom(ofGuest(running), { takeOver: false });
    expect(await excuseIn(running)).toMatchObject({ reason: null });
  });
});

test("nobody but who leads is written to", async () => {
  const running = await buildRunningRoom();
  await buildSeat(running.room, "helper");
  await excuseSelf(ofGuest(running), null);
  const jobs = await database().$queryRaw<{ seatId: string }[]>`
    SELECT data->>'seatId' AS "seatId" FROM rostrum_jobs.job
    WHERE name = 'send-excuse' AND data->>'excusedSeatId' = ${running.guest.id}`;
  expect(jobs).toEqual([{ seatId: running.presenter.id }]);
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { MailKind } from "@/lib/domain/mail/decide-mail";
import { NotSent, type RoomMail } from "@/lib/domain/mail/mailer";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import type { MailContext } from "./mail-context";
import { sendInvitation } from "./send-invitation";
import { sendNews } from "./send-news";

useDatabase();

const sent: RoomMail[] = [];
let outcome: () => "accepted" | "refused" = () => "accepted";
const mailer: MailContext["mailer"] = {
  send: async (mail) => {
    const answer = outcome();
    sent.push(mail);
    return answer;
  },
};

const fail = (error: Error) => () => {
  throw error;
};

const newJob = () => randomUUID();
const context = (jobId = newJob(), askedAt = new Date()) => ({
  actor: { kind: "system" } as const,
  now: new Date(),
  job: { id: jobId, askedAt },
  mailer,
  link: { token: `token-of-${jobId}`, url: `https://visits.example.org/join/token-of-${jobId}` },
});

const kinds = (): MailKind[] => sent.map(({ kind }) => kind);

async function buildVisit() {
  const { id: organizationId } = await buildOrganization();
  const room = await buildRoom(organizationId);
  await buildSeat(room, "clinician");
  return { room, seatId: (await buildSeat(room, "patient")).id };
}

const links = (seatId: string) => database().personalLink.findMany({ where: { seatId } });

beforeEach(() => {
  sent.length = 0;
  outcome = () => "accepted";
});

describe("an invitation", () => {
  test("goes to whoever is expected, with a link that is stored only as a hash", async () => {
    const { seatId } = await buildVisit();
    await sendInvitation(context(), { seatId });
    expect(kinds()).toEqual(["invitation"]);
    expect(sent[0]?.facts.hosts).toEqual(["Samuel Reyes"]);
    const [link, ...others] = await links(seatId);
    expect(link).toMatchObject({ origin: "mail", revokedAt: null });
    expect(others).toEqual([]);
    expect(JSON.stringify(link)).not.toContain("token-of");
  });

  test("stands in the room's record", async () => {
    const { room, seatId } = await buildVisit();
    await sendInvitation(context(), { seatId });
    const [link] = await links(seatId);
    const lines = await database().recordEntry.findMany({ where: { roomId: room.id } });
    expect(lines.map(({ kind, facts }) => ({ kind, facts }))).toEqual([
      { kind: "link-issued", facts: { seatId, linkId: link?.id } },
    ]);
  });

  test("goes out again only when somebody asked after the last one", async () => {
    const { seatId } = await buildVisit();
    await sendInvitation(context(), { seatId });
    await sendInvitation(context(newJob(), new Date(0)), { seatId });
    expect(kinds()).toEqual(["invitation"]);
    await sendInvitation(context(newJob(), new Date(Date.now() + 60_000)), { seatId });
    expect(kinds()).toEqual(["invitation", "invitation"]);
    expect(await links(seatId)).toHaveLength(2);
  });

  test("is not written to somebody without an address, nor about a seat that is gone", async () => {
    const { seatId } = await buildVisit();
    await database().person.updateMany({
      data: { email: null },
      where: { seats: { some: { id: seatId } } },
    });
    await sendInvitation(context(), { seatId });
    await sendInvitation(context(), { seatId: randomUUID() });
    expect(sent).toEqual([]);
    expect(await links(seatId)).toEqual([]);
  });

  test("is not written to whoever was removed meanwhile", async () => {
    const { seatId } = await buildVisit();
    await database().seat.update({ where: { id: seatId }, data: { removedAt: new Date() } });
    await sendInvitation(context(), { seatId });
    expect(sent).toEqual([]);
  });
});

describe("news", () => {
  test("of two changes are one mail, with what they knew before and the newest SEQUENCE", async () => {
    const { room, seatId } = await buildVisit();
    await sendInvitation(context(), { seatId });
    const data = { title: "Second title", calendarSequence: 2 };
    await database().room.update({ where: { id: room.id }, data });
    await sendNews(context(), { seatId });
    await sendNews(context(), { seatId });
    expect(kinds()).toEqual(["invitation", "change"]);
    expect(sent[1]).toMatchObject({ sequence: 2, before: { title: room.title } });
  });

  test("of a cancellation reach only those who were invited, and carry no link", async () => {
    const { room, seatId } = await buildVisit();
    const { id: neverInvited } = await buildSeat(room, "helper");
    await sendInvitation(context(), { seatId });
    const data = {
      cancelledAt: new Date(),
      cancelReason: "Dr Okafor is ill.",
      calendarSequence: 1,
    };
    await database().room.update({ where: { id: room.id }, data });
    await sendNews(context(), { seatId });
    await sendNews(context(), { seatId: neverInvited });
    await sendNews(context(), { seatId });
    expect(kinds()).toEqual(["invitation", "cancellation"]);
    expect(sent[1]).toMatchObject({ reason: "Dr Okafor is ill.", facts: { link: null } });
  });

  test("of a new date say when it was before, also over two moves, and keep the calendar's UID", async () => {
    const { room, seatId } = await buildVisit();
    await sendInvitation(context(), { seatId });
    const second = await moveTo(room.id, seatId);
    const third = await moveTo(second.room.id, second.seatId);
    await sendNews(context(), { seatId: second.seatId });
    await sendNews(context(), { seatId: third.seatId });
    expect(kinds()).toEqual(["invitation", "move"]);
    expect(sent[1]).toMatchObject({
      sequence: 2,
      before: { opensAt: room.opensAt },
      facts: { calendarUid: room.calendarUid, window: { opensAt: third.room.opensAt } },
    });
  });
});

async function moveTo(roomId: string, seatId: string) {
  const { organizationId, calendarUid, calendarSequence, opensAt, closesAt } =
    await database().room.findUniqueOrThrow({ where: { id: roomId } });
  const room = await buildRoom(organizationId, {
    opensAt: new Date(opensAt.getTime() + 86_400_000),
    closesAt: new Date(closesAt.getTime() + 86_400_000),
  });
  const data = { calendarUid, calendarSequence: calendarSequence + 1 };
  await database().room.update({ where: { id: room.id }, data });
  await database().room.update({ where: { id: roomId }, data: { movedToId: room.id } });
  const { personId } = await database().seat.findUniqueOrThrow({ where: { id: seatId } });
  return { room, seatId: (await buildSeat(room, "patient", { personId })).id };
}

describe("when sending fails", () => {
  test("before the mail left, nothing remains and the next try starts afresh", async () => {
    const { seatId } = await buildVisit();
    const ctx = context();
    outcome = fail(new NotSent("no connection"));
    await expect(sendInvitation(ctx, { seatId })).rejects.toThrow("no connection");
    expect(await links(seatId)).toEqual([]);
    outcome = () => "accepted";
    await sendInvitation(ctx, { seatId });
    expect(kinds()).toEqual(["invitation"]);
    expect(await links(seatId)).toHaveLength(1);
  });

  test("halfway, the next try sends the same mail with the same link", async () => {
    const { seatId } = await buildVisit();
    const ctx = context();
    outcome = fail(new Error("the connection was lost"));
    await expect(sendInvitation(ctx, { seatId })).rejects.toThrow("was lost");
    outcome = fail(new NotSent("no connection"));
    await expect(sendInvitation(ctx, { seatId })).rejects.toThrow("no connection");
    const [before] = await links(seatId);
    outcome = () => "accepted";
    await sendInvitation(ctx, { seatId });
    expect(await links(seatId)).toEqual([before]);
  });

  test("halfway, and the visit is cancelled meanwhile, they are told", async () => {
    const { room, seatId } = await buildVisit();
    outcome = fail(new Error("the connection was lost"));
    await expect(sendInvitation(context(), { seatId })).rejects.toThrow();
    outcome = () => "accepted";
    const data = { cancelledAt: new Date(), calendarSequence: 1 };
    await database().room.update({ where: { id: room.id }, data });
    await sendNews(context(), { seatId });
    expect(kinds()).toEqual(["cancellation"]);
  });

  test("for good, staff can see it and no link remains", async () => {
    const { seatId } = await buildVisit();
    outcome = () => "refused";
    await sendInvitation(context(), { seatId });
    expect(await links(seatId)).toEqual([]);
    const state = await database().seatMail.findUniqueOrThrow({ where: { seatId } });
    expect(state).toMatchObject({ sentAt: null, refusedAt: expect.any(Date), claimedBy: null });
  });
});

test("two jobs never write to one person at once: the second comes back later", async () => {
  const { seatId } = await buildVisit();
  let second: Promise<void> | undefined;
  outcome = () => {
    outcome = () => "accepted";
    second = sendNews(context(), { seatId });
    second.catch(() => undefined);
    return "accepted";
  };
  const slow: MailContext["mailer"] = {
    send: async (mail) => {
      const answer = await mailer.send(mail);
      await second?.catch(() => undefined);
      return answer;
    },
  };
  await sendInvitation({ ...context(), mailer: slow }, { seatId });
  await expect(second).rejects.toThrow("another job is writing");
  expect(kinds()).toEqual(["invitation"]);
});

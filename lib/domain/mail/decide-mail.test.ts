import { describe, expect, test } from "vitest";
import { DAY_BEFORE, mailRoom, mailSeat } from "@/lib/testing/mail-room-builder";
import { decideMail, type Knowledge, type MailQuestion } from "./decide-mail";
import { toldNow, type Told } from "./told";

const NOTHING: Knowledge = { told: null, maybe: [] };
const SENT_AT = new Date("2027-03-01T09:00:00Z");

const factsNow = (changes: Partial<Told> = {}): Told => ({
  ...toldNow(mailRoom(), mailSeat(), "kept", 0),
  ...changes,
});
const told = (changes: Partial<Told> = {}): Knowledge => ({
  told: { facts: factsNow(changes), sentAt: SENT_AT },
  maybe: [],
});

function ask(changes: Partial<MailQuestion> = {}) {
  return decideMail({
    room: mailRoom(),
    seat: mailSeat(),
    knowledge: NOTHING,
    aboutOldDate: null,
    askedAt: null,
    now: DAY_BEFORE,
    ...changes,
  });
}

describe("no mail is due", () => {
  const cancelled = mailRoom({ cancelled: { reason: null } });
  const removed = mailSeat({ removed: { reason: null } });
  test.each<[string, Partial<MailQuestion>]>([
    ["when they know everything", { knowledge: told() }],
    ["about a date that was moved", { room: mailRoom({ isMoved: true }) }],
    ["about something that has ended", { room: mailRoom({ isEnded: true }) }],
    ["about something that is over", { now: mailRoom().window.closesAt }],
    ["about the end of something they never heard of", { room: cancelled }],
    ["to somebody removed before they were invited", { seat: removed }],
    ["a second time about the end", { room: cancelled, knowledge: told({ entry: "dropped" }) }],
    [
      "for an invitation that was asked for before the last mail",
      { knowledge: told(), askedAt: new Date(SENT_AT.getTime() - 1) },
    ],
  ])("%s", (_, changes) => expect(ask(changes)).toBeNull());
});

describe("the mail that is due", () => {
  test("is an invitation for whoever knows nothing yet, also when a change was announced first", () => {
    expect(ask()).toMatchObject({ kind: "invitation", after: { sequence: 0, entry: "kept" } });
  });

  test("is the same invitation again when somebody asks for it", () => {
    const due = ask({ knowledge: told({ sequence: 3 }), askedAt: new Date(SENT_AT.getTime() + 1) });
    expect(due).toMatchObject({ kind: "invitation", after: { sequence: 3 } });
  });

  test("says what it was before when something changed, with a higher SEQUENCE", () => {
    const due = ask({ knowledge: told({ title: "First visit", sequence: 4 }) });
    expect(due).toMatchObject({
      kind: "change",
      before: { title: "First visit" },
      after: { title: "Follow-up visit", sequence: 5 },
    });
  });

  test("takes the room's SEQUENCE where that is higher", () => {
    const room = mailRoom({ calendarSequence: 9 });
    expect(ask({ room, knowledge: told({ title: "First visit" }) })?.after.sequence).toBe(9);
  });

  test("is about the new date for whoever knew the old one, and goes on with its SEQUENCE", () => {
    const due = ask({ aboutOldDate: told({ opensAt: SENT_AT, sequence: 2 }) });
    expect(due).toMatchObject({
      kind: "move",
      before: { opensAt: SENT_AT },
      after: { sequence: 3 },
    });
  });

  test("is a cancellation for whoever was invited", () => {
    const room = mailRoom({ cancelled: { reason: "Dr Okafor is ill." } });
    const due = ask({ room, knowledge: told() });
    expect(due).toMatchObject({ kind: "cancellation", after: { entry: "dropped", sequence: 1 } });
  });

  test("is a cancellation also for whoever knew only the old date", () => {
    const room = mailRoom({ cancelled: { reason: null } });
    expect(ask({ room, aboutOldDate: told() })?.kind).toBe("cancellation");
  });

  test("is a removal for whoever is taken off the roster, and an invitation when they return", () => {
    const removed = mailSeat({ removed: { reason: null } });
    expect(ask({ seat: removed, knowledge: told() })?.kind).toBe("removal");
    const back = ask({ knowledge: told({ entry: "dropped", sequence: 1 }) });
    expect(back).toMatchObject({ kind: "invitation", after: { sequence: 2 } });
  });
});

describe("after a sending that broke off", () => {
  const maybeInvited: Knowledge = { told: null, maybe: [factsNow()] };

  test("the same mail goes out once more with the same SEQUENCE", () => {
    expect(ask({ knowledge: maybeInvited })).toMatchObject({
      kind: "invitation",
      after: { sequence: 0 },
    });
  });

  test("a cancellation goes out, since they may have been invited", () => {
    const room = mailRoom({ cancelled: { reason: null } });
    expect(ask({ room, knowledge: maybeInvited })).toMatchObject({ kind: "cancellation" });
  });

  test("a removal goes out again, since they may still expect the date that was moved", () => {
    const knowledge = { told: null, maybe: [factsNow({ entry: "dropped", sequence: 1 })] };
    const seat = mailSeat({ removed: { reason: null } });
    expect(ask({ seat, knowledge })).toBeNull();
    expect(ask({ seat, knowledge, aboutOldDate: told() })).toMatchObject({
      kind: "removal",
      after: { entry: "dropped", sequence: 1 },
    });
  });

  test("a change that was taken back is told, since they may have read it", () => {
    const knowledge = { ...told(), maybe: [factsNow({ title: "Other title", sequence: 1 })] };
    expect(ask({ knowledge })).toMatchObject({
      kind: "change",
      before: { title: "Other title" },
      after: { title: "Follow-up visit", sequence: 2 },
    });
  });

  test("an invitation goes out to whoever may have read that it is cancelled", () => {
    const knowledge = { ...told(), maybe: [factsNow({ entry: "dropped", sequence: 1 })] };
    expect(ask({ knowledge })).toMatchObject({ kind: "invitation", after: { sequence: 2 } });
  });
});

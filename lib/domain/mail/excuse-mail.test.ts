import { describe, expect, test } from "vitest";
import { CLINICIAN, DAY_BEFORE, mailRoom, mailSeat } from "@/lib/testing/mail-room-builder";
import { decideExcuseMail, type ExcuseQuestion } from "./excuse-mail";

const SAID_AT = new Date("2027-03-08T08:57:00Z");
const EXCUSED = {
  name: "Samuel Reyes",
  capacity: "patient" as const,
  excuse: { at: SAID_AT, reason: "My train was cancelled." },
};

const ask = (changes: Partial<ExcuseQuestion> = {}) =>
  decideExcuseMail({
    room: mailRoom(),
    seat: CLINICIAN,
    person: EXCUSED,
    excusedAt: SAID_AT,
    now: DAY_BEFORE,
    ...changes,
  });

describe("no mail about an excuse is due", () => {
  test.each<[string, Partial<ExcuseQuestion>]>([
    ["to somebody who does not lead", { seat: mailSeat({ capacity: "helper" }) }],
    ["to somebody who leads no more", { seat: { ...CLINICIAN, removed: { reason: null } } }],
    ["to somebody without an address", { seat: { ...CLINICIAN, email: null } }],
    ["about somebody who was taken off the list", { person: null }],
    ["when they took it back meanwhile", { person: { ...EXCUSED, excuse: null } }],
    ["when they said it anew meanwhile", { excusedAt: new Date(SAID_AT.getTime() - 1) }],
    ["that they can come, when they can't again", { excusedAt: null }],
    ["about what was called off", { room: mailRoom({ cancelled: { reason: null } }) }],
    ["about a date that was moved", { room: mailRoom({ isMoved: true }) }],
    ["about something that has ended", { room: mailRoom({ isEnded: true }) }],
    ["about something that is over", { now: mailRoom().window.closesAt }],
  ])("%s", (_, changes) => expect(ask(changes)).toBeNull());
});

test("one who leads reads who can't come and why", () => {
  expect(ask()).toMatchObject({
    recipient: { email: CLINICIAN.email, link: null },
    name: "Samuel Reyes",
    excuse: { reason: "My train was cancelled." },
  });
});

test("one who leads reads who can come after all", () => {
  const told = ask({ person: { ...EXCUSED, excuse: null }, excusedAt: null });
  expect(told).toMatchObject({ name: "Samuel Reyes", excuse: null });
});

import { describe, expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import type { Decision } from "./decision";
import { EXCUSE_MAIL_DELAY_MS, isExcuseKnown, isMissed, mayExcuseSelf } from "./excuse";
import { ROLES } from "./role";

const AT = new Date("2027-03-09T14:00:00Z");
const removal = { at: AT, byRole: null, reason: null, fromCall: false, askedToReturnAt: null };
const OUTSIDE = { insideOn: null };

const NOT_EXPECTED: Decision[] = [
  { kind: "refuse", reason: "room-not-found" },
  { kind: "refuse", reason: "cancelled", at: AT, why: null },
  { kind: "refuse", reason: "moved", to: { roomId: "room-2", opensAt: AT } },
  { kind: "refuse", reason: "not-invited" },
  { kind: "refuse", reason: "removed", removal, mayAskToReturn: true, overSince: null },
  { kind: "refuse", reason: "too-late", closedAt: AT, wasAdmitted: false },
  { kind: "refuse", reason: "ended", endedAt: AT },
];

const EXPECTED: Decision[] = [
  { kind: "refuse", reason: "too-early", opensAt: AT },
  { kind: "wait", reason: "not-ready", requirement: "form" },
  { kind: "wait", reason: "full", seatLimit: 2, ahead: 0, since: null, mayChangeAt: null },
  { kind: "wait", reason: "not-live", opensAt: AT },
  { kind: "wait", reason: "in-lobby", since: null },
  { kind: "admit", grant: mediaGrantFor("attendee", "visit", []), until: AT },
];

describe("that they can't come", () => {
  test.each(NOT_EXPECTED)("is not for somebody who is not expected: %o", (decision) => {
    expect(mayExcuseSelf({ role: "attendee", decision, call: OUTSIDE })).toBe(false);
  });

  test.each(EXPECTED)("is not for somebody who is inside: %o", (decision) => {
    expect(mayExcuseSelf({ role: "attendee", decision, call: { insideOn: "phone" } })).toBe(false);
  });

  test.each<Decision>([
    { kind: "wait", reason: "in-lobby", since: AT },
    { kind: "wait", reason: "full", seatLimit: 2, ahead: 0, since: AT, mayChangeAt: null },
  ])("is not for somebody who waits at the door: %o", (decision) => {
    expect(mayExcuseSelf({ role: "attendee", decision, call: OUTSIDE })).toBe(false);
  });

  test.each(EXPECTED)("may be said by all but those who lead: %o", (decision) => {
    const may = ROLES.filter((role) => mayExcuseSelf({ role, decision, call: OUTSIDE }));
    expect(may).toEqual(["collaborator", "attendee", "consumer"]);
  });
});

test("a mail is written about those who would be seen or heard", () => {
  expect(ROLES.filter(isMissed)).toEqual(["presenter", "collaborator", "attendee"]);
});

test("an excuse is known from the instant on at which its mail may leave", () => {
  const later = (ms: number) => new Date(AT.getTime() + ms);
  expect(isExcuseKnown({ at: AT, reason: null }, later(EXCUSE_MAIL_DELAY_MS - 1))).toBe(false);
  expect(isExcuseKnown({ at: AT, reason: null }, later(EXCUSE_MAIL_DELAY_MS))).toBe(true);
});

import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/room/decision";
import type { Wire } from "@/lib/domain/room/room-view";
import type { Role } from "@/lib/domain/room/role";
import { buildRoomView, FULL_ROOM } from "@/lib/testing/room-view-builder";
import { nextStep } from "./next-step";

const at = "2023-03-14T14:10:00.000Z";
const facts = {
  ...{ end: null, wantsIn: false, wasInside: false, isTested: true },
  now: new Date(at),
};
const removal = { at, byRole: null, reason: null, fromCall: true, askedToReturnAt: null };

const ENDS: Wire<Decision>[] = [
  { kind: "refuse", reason: "cancelled", at, why: null },
  { kind: "refuse", reason: "too-late", closedAt: at, wasAdmitted: true },
  { kind: "refuse", reason: "ended", endedAt: at },
  { kind: "refuse", reason: "removed", removal, mayAskToReturn: false, overSince: at },
];

describe.each(ENDS)("after %o", (decision) => {
  test("a guest has nothing left to do", () => {
    expect(nextStep(buildRoomView({ decision }), facts)).toEqual({ does: "nothing" });
  });

  test("a member has the schedule", () => {
    const view = buildRoomView({ decision, me: { byLink: false } });
    expect(nextStep(view, facts)).toEqual({ does: "go-to-schedule" });
  });
});

test("a member who was removed asks to come back first", () => {
  const open = { mayAskToReturn: true, overSince: null };
  const decision: Wire<Decision> = { kind: "refuse", reason: "removed", removal, ...open };
  const view = buildRoomView({ decision, me: { byLink: false } });
  expect(nextStep(view, facts)).toEqual({ does: "ask-to-return" });
});

test("whoever asked to come back has nothing to press, unless they chose not to be taken in", () => {
  const asked = { mayAskToReturn: false, overSince: null };
  const decision: Wire<Decision> = { kind: "refuse", reason: "removed", removal, ...asked };
  const stepFor = (wantsIn: boolean) =>
    nextStep(buildRoomView({ decision }), { ...facts, wantsIn });
  expect(stepFor(true)).toEqual({ does: "nothing" });
  expect(stepFor(false)).toEqual({ does: "want-in", words: "let-me-in-then" });
});

test("whoever was taken out by a reload joins again, also to listen", () => {
  const again = { does: "join", words: "join-again" };
  const stepOf = (role: Role) =>
    nextStep(buildRoomView({ me: { role } }), { ...facts, wasInside: true });
  expect([stepOf("attendee"), stepOf("consumer")]).toEqual([again, again]);
});

test("whoever waits for a place gets in line first, and in line can only test what they send", () => {
  const stepFor = (since: string | null, isTested: boolean) => {
    const view = buildRoomView({ decision: { ...FULL_ROOM, since } });
    return nextStep(view, { ...facts, isTested });
  };
  const getsInLine = { does: "join", words: "let-me-in-when-free" };
  expect([stepFor(null, false), stepFor(null, true)]).toEqual([getsInLine, getsInLine]);
  expect(stepFor(at, false)).toEqual({ does: "test-devices" });
  expect(stepFor(at, true)).toEqual({ does: "nothing" });
});

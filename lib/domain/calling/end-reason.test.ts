import { describe, expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import type { Decision, RefusalReason, WaitReason } from "@/lib/domain/room/decision";
import { endInCall, refusalOf } from "./end-reason";

const AT = new Date("2027-03-09T14:00:00Z");
const removal = { at: AT, byRole: null, reason: null, fromCall: true, askedToReturnAt: null };
const ROOM = "019a0000-0000-7000-8000-000000000001";

const REFUSALS: Record<RefusalReason, Decision> = {
  "room-not-found": { kind: "refuse", reason: "room-not-found" },
  cancelled: { kind: "refuse", reason: "cancelled", at: AT, why: null },
  moved: { kind: "refuse", reason: "moved", to: { roomId: ROOM, opensAt: AT } },
  "not-invited": { kind: "refuse", reason: "not-invited" },
  removed: { kind: "refuse", reason: "removed", removal, mayAskToReturn: true, overSince: null },
  "too-late": { kind: "refuse", reason: "too-late", closedAt: AT, wasAdmitted: true },
  ended: { kind: "refuse", reason: "ended", endedAt: AT },
  "too-early": { kind: "refuse", reason: "too-early", opensAt: AT },
};

const WAITS: Record<WaitReason, Decision> = {
  "not-ready": { kind: "wait", reason: "not-ready", requirement: "consent" },
  full: { kind: "wait", reason: "full", seatLimit: 2, ahead: 0, since: null, mayChangeAt: null },
  "not-live": { kind: "wait", reason: "not-live", opensAt: AT },
  "in-lobby": { kind: "wait", reason: "in-lobby", since: AT },
  elsewhere: { kind: "wait", reason: "elsewhere" },
};

const ADMIT: Decision = {
  kind: "admit",
  grant: mediaGrantFor("attendee", "meeting", []),
  until: AT,
};

describe("at the door", () => {
  test.each<[RefusalReason, number, number]>([
    ["room-not-found", 404, 5732],
    ["cancelled", 403, 5829],
    ["moved", 403, 5829],
    ["not-invited", 403, 5828],
    ["removed", 403, 5828],
    ["too-late", 403, 5829],
    ["ended", 403, 5829],
    ["too-early", 403, 5829],
  ])("%s is told as %i/%i", (reason, code, subCode) =>
    expect(refusalOf(REFUSALS[reason])).toEqual({ code, subCode }),
  );

  test("whoever has to wait or may come in is refused nothing", () =>
    expect([ADMIT, ...Object.values(WAITS)].map(refusalOf)).toEqual(Array(6).fill(null)));
});

describe("in a call", () => {
  test.each<[RefusalReason, number, number]>([
    ["room-not-found", 404, 5732],
    ["cancelled", 0, 4097],
    ["moved", 0, 4097],
    ["not-invited", 0, 5317],
    ["removed", 0, 5317],
    ["too-late", 403, 5829],
    ["ended", 0, 4097],
    ["too-early", 403, 5829],
  ])("%s ends it with %i/%i", (reason, code, subCode) =>
    expect(endInCall(REFUSALS[reason])).toEqual({ code, subCode }),
  );

  test("being put out by a presenter is told apart from being taken off the roster", () => {
    const byPresenter = { ...removal, byRole: "presenter" } as const;
    const refusal = {
      kind: "refuse",
      reason: "removed",
      mayAskToReturn: true,
      overSince: null,
    } as const;
    expect(endInCall({ ...refusal, removal: byPresenter })).toEqual({ code: 0, subCode: 5300 });
  });

  test("another device of the same seat ends it; other waits and an admission do not", () => {
    const { elsewhere, ...others } = WAITS;
    expect(endInCall(elsewhere)).toEqual({ code: 487, subCode: 10003 });
    expect([ADMIT, ...Object.values(others)].map(endInCall)).toEqual(Array(5).fill(null));
  });
});

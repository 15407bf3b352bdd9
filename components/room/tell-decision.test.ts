import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/room/decision";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import type { Wire } from "@/lib/domain/room/room-view";
import { buildRoomView, FULL_ROOM } from "@/lib/testing/room-view-builder";
import { words } from "@/lib/words/words";
import { tellDecision, tellEnd } from "./tell-decision";

const NOW = new Date("2023-03-14T10:47:00Z");
const LONDON = { language: "en-GB", timeZone: "Europe/London" };
const teller = {
  say: words("room"),
  reader: LONDON,
  now: NOW,
  wantsIn: false,
  wasInside: false,
  hasStopped: false,
};

const at = "2023-03-14T13:45:00.000Z";
const removal = {
  at,
  byRole: "presenter" as const,
  reason: null,
  fromCall: true,
  askedToReturnAt: null,
};

const ENDS: Wire<Decision>[] = [
  { kind: "refuse", reason: "cancelled", at, why: "Dr Okafor is ill." },
  { kind: "refuse", reason: "too-late", closedAt: at, wasAdmitted: true },
  { kind: "refuse", reason: "too-late", closedAt: at, wasAdmitted: false },
  { kind: "refuse", reason: "ended", endedAt: at },
];

const DECISIONS: Wire<Decision>[] = [
  ...ENDS,
  { kind: "refuse", reason: "room-not-found" },
  { kind: "refuse", reason: "moved", to: { roomId: "room-2", opensAt: at } },
  { kind: "refuse", reason: "not-invited" },
  { kind: "refuse", reason: "removed", removal, mayAskToReturn: true, overSince: null },
  { kind: "refuse", reason: "removed", removal, mayAskToReturn: false, overSince: null },
  { kind: "refuse", reason: "removed", removal, mayAskToReturn: false, overSince: at },
  { kind: "refuse", reason: "too-early", opensAt: at },
  { kind: "wait", reason: "not-ready", requirement: "name" },
  { kind: "wait", reason: "not-ready", requirement: "consent" },
  { kind: "wait", reason: "not-ready", requirement: "form" },
  FULL_ROOM,
  { ...FULL_ROOM, seatLimit: 12, ahead: 2, since: at },
  { kind: "wait", reason: "not-live", opensAt: at },
  { kind: "wait", reason: "in-lobby", since: null },
  { kind: "wait", reason: "in-lobby", since: at },
  { kind: "wait", reason: "elsewhere" },
  { kind: "admit", grant: mediaGrantFor("attendee", "visit", []), until: at },
];

describe.each(DECISIONS)("%o", (decision) => {
  const said = (view = buildRoomView({ decision })) => {
    const { headline, lines } = tellDecision(view, teller);
    return [headline, ...lines];
  };

  test("says what is so, why or until when, and what to do", () => {
    expect(said().length).toBeGreaterThanOrEqual(2);
    expect(said().join(" ")).not.toMatch(/[{}]|undefined|Invalid|!/);
  });

  test("can be said to somebody who may not know the room", () => {
    const outside = buildRoomView({ decision, room: null, me: null });
    expect(said(outside).join(" ")).not.toMatch(/[{}]|undefined|Invalid|Okafor lets|Riverside/);
  });
});

test.each(ENDS)(
  "who leads, or works there, is not sent to ask their own organization: %o",
  (decision) => {
    for (const me of [{ role: "presenter" }, { byLink: false }] as const) {
      const { headline, lines } = tellDecision(buildRoomView({ decision, me }), teller);
      expect([headline, ...lines].join(" ")).not.toMatch(/ask Riverside|The clinician/i);
    }
  },
);

test("the time is said, not the rule", () => {
  const early = buildRoomView({
    decision: { kind: "refuse", reason: "too-early", opensAt: at },
  });
  expect(tellDecision(early, teller)).toMatchObject({
    headline: "Opens at 13:45",
    countdown: "in 2 h 58 min",
  });
});

test("whoever stopped waiting reads so, and how to wait again", () => {
  const decision: Wire<Decision> = { kind: "wait", reason: "in-lobby", since: null };
  const told = tellDecision(buildRoomView({ decision }), { ...teller, hasStopped: true });
  expect(told.headline).toBe("You stopped waiting");
  expect(told.lines.at(-2)).toMatch(/doesn't see you here any more\.$/);
  expect(told.lines.at(-1)).toMatch(/^Say that you are here/);
});

test("whoever was in the call when their page was loaded again reads why they are out of it", () => {
  const { headline, lines } = tellDecision(buildRoomView(), { ...teller, wasInside: true });
  expect(headline).toBe("You were in the call");
  expect(lines).toContain("This page was loaded again, and that took you out of it.");
  expect(lines.at(-1)).toMatch(/join again\.$/);
});

describe("whoever may come in ahead of the start", () => {
  const said = (decision: Wire<Decision>, now: string) => {
    const told = tellDecision(buildRoomView({ decision }), { ...teller, now: new Date(now) });
    return [told.headline, ...told.lines];
  };
  const ready: Wire<Decision> = { kind: "wait", reason: "in-lobby", since: null };
  const waiting: Wire<Decision> = { ...ready, since: at };
  const admit = buildRoomView().decision;

  test("is not told that it is time, but when it starts", () => {
    const early = "2023-03-14T13:53:00Z";
    const ahead = ["You can come in already", "It starts at 14:00."];
    expect(said(ready, early).slice(0, 2)).toEqual(ahead);
    expect(said(admit, early).slice(0, 2)).toEqual(ahead);
    expect(said(waiting, early)).toContain("It starts at 14:00.");
  });

  test("reads that it is time from the start on", () => {
    const start = "2023-03-14T14:00:00Z";
    expect(said(ready, start)[0]).toBe("It is time");
    expect(said(admit, start)[0]).toBe("The visit is open");
    expect(said(waiting, start)).not.toContain("It starts at 14:00.");
  });
});

test("whoever waits reads who lets them in, and that nobody hears them", () => {
  const waiting = buildRoomView({ decision: { kind: "wait", reason: "in-lobby", since: at } });
  const { headline, lines } = tellDecision(waiting, teller);
  expect(headline).toBe("Dr Amara Okafor lets you in");
  expect(lines[0]).toContain("Nobody sees or hears you yet");
});

test("whoever waits for a place reads which it is, and who stands before them", () => {
  const told = (ahead: number, since: string | null = at) => {
    const decision = { ...FULL_ROOM, ahead, since };
    const { headline, lines } = tellDecision(buildRoomView({ decision }), teller);
    return [headline, lines[0]];
  };
  expect([0, 1, 2, 10, 21].map((ahead) => told(ahead)[0])).toEqual([
    "You are next in line",
    "You are 2nd in line",
    "You are 3rd in line",
    "You are 11th in line",
    "You are 22nd in line",
  ]);
  expect(told(0)[1]).toBe("Every place is taken. The next one that is free is yours.");
  expect(told(1)[1]).toBe("Every place is taken. 1 person is ahead of you.");
  expect(told(2)[1]).toBe("Every place is taken. 2 people are ahead of you.");
  expect(told(2, null)).toEqual([
    "Every place is taken",
    "There is 1 place, and somebody is in it. 2 people wait for one already.",
  ]);
});

test("whoever was cut off from a full room reads how long their place is kept", () => {
  const told = (placeUntil: string) => tellDecision(buildRoomView({ me: { placeUntil } }), teller);
  expect(told("2023-03-14T10:47:00Z").headline).toBe("You can come in already");
  expect(told("2023-03-14T10:47:26Z")).toMatchObject({
    headline: "Your place is kept",
    countdown: "for 26 s",
  });
});

test("whoever was removed and asked is promised a way back only while there can be one", () => {
  const askedToReturnAt = at;
  const linesFor = (overSince: string | null, wantsIn = true) => {
    const asked = { removal: { ...removal, askedToReturnAt }, mayAskToReturn: false, overSince };
    const view = buildRoomView({ decision: { kind: "refuse", reason: "removed", ...asked } });
    return tellDecision(view, { ...teller, wantsIn }).lines;
  };
  expect(linesFor(at).join(" ")).not.toContain("If they say yes");
  expect(linesFor(null, false).at(-1)).toContain("If they say yes, this page changes");
  expect(linesFor(null).at(-1)).toContain("If they say yes, it takes you in by itself");
  expect(linesFor(at).at(-1)).toBe(
    "The visit ended at 13:45. For anything else, ask Riverside Clinic.",
  );
});

test("an end has words of its own as long as the room would still admit them", () => {
  expect(tellEnd("left", buildRoomView(), teller)?.headline).toBe("You left the visit");
  const full = tellEnd("left", buildRoomView({ decision: FULL_ROOM }), teller);
  expect(full?.lines[0]).toBe("Every place is taken now. To come back, wait in line for one.");
  expect(tellEnd("lost", buildRoomView(), teller)?.headline).toBe("The connection was lost");
  const ended = buildRoomView({ decision: { kind: "refuse", reason: "ended", endedAt: at } });
  expect(tellEnd("left", ended, teller)).toBeNull();
  expect(tellEnd("decided", buildRoomView(), teller)).toBeNull();
});

import { describe, expect, test } from "vitest";
import {
  CLOSES_AT,
  joinQuestion,
  OPENS_AT,
  roomFacts,
  seatFacts,
} from "@/lib/testing/join-question-builder";
import { decideJoin } from "./decide-join";
import { EMPTY_CALL, type JoinQuestion, type RoomFacts, type SeatFacts } from "./join-question";

const EARLIER = new Date("2027-03-09T13:00:00Z");

const REMOVAL = {
  at: EARLIER,
  byRole: "presenter",
  reason: "Wrong person",
  fromCall: true,
  askedToReturnAt: null,
} as const;

const inRoom = (
  room: Partial<RoomFacts>,
  seat: Partial<SeatFacts> = {},
): Partial<JoinQuestion> => ({
  room: roomFacts(room),
  seat: seatFacts(seat),
});

// prettier-ignore
const LINES: [line: number, situation: string, question: Partial<JoinQuestion>, answer: string][] = [
  [1, "no such room", { room: null }, "room-not-found"],
  [2, "a cancelled room", inRoom({ cancelled: { at: EARLIER, reason: null } }), "cancelled"],
  [2, "a moved room", inRoom({ movedTo: { roomId: "next", opensAt: OPENS_AT } }), "moved"],
  [3, "nobody on the roster", { seat: null }, "not-invited"],
  [3, "a device whose link was revoked", inRoom({}, { linkRevokedAt: EARLIER }), "not-invited"],
  [3, "such a device in an open room", inRoom({ access: "open" }, { linkRevokedAt: EARLIER }), "not-invited"],
  [4, "somebody taken off the roster", inRoom({}, { removed: REMOVAL }), "removed"],
  [5, "the instant of closing", { now: CLOSES_AT }, "too-late"],
  [6, "a room its host ended", inRoom({ endedAt: EARLIER }), "ended"],
  [7, "a millisecond before opening", { now: new Date(OPENS_AT.getTime() - 1) }, "too-early"],
  [8, "a seat that lacks its consent", inRoom({}, { missing: ["consent", "form"] }), "not-ready"],
  [8, "a visitor of an open room", { room: roomFacts({ access: "open" }), seat: null }, "not-ready"],
  [9, "a full room", { ...inRoom({ seatLimit: 2 }), call: { ...EMPTY_CALL, otherSeats: 2 } }, "full"],
  [9, "a free place that somebody before them waits for", { ...inRoom({ seatLimit: 2 }), call: { ...EMPTY_CALL, otherSeats: 1, aheadInLine: 1 } }, "full"],
  [10, "audience before the webinar is live", inRoom({ kind: "webinar" }, { role: "consumer" }), "not-live"],
  [11, "a lobby that nobody opened", inRoom({ lobby: true }), "in-lobby"],
  [12, "the call on another device", { call: { ...EMPTY_CALL, insideOn: "laptop" } }, "elsewhere"],
  [13, "the instant of opening", { now: OPENS_AT }, "admit"],
  [13, "the last millisecond", { now: new Date(CLOSES_AT.getTime() - 1) }, "admit"],
  [13, "somebody admitted from the lobby", inRoom({ lobby: true }, { admittedAt: EARLIER }), "admit"],
  [13, "audience of a live webinar", inRoom({ kind: "webinar", liveAt: EARLIER }, { role: "consumer" }), "admit"],
  [13, "a speaker backstage", inRoom({ kind: "webinar" }, { role: "collaborator" }), "admit"],
  [13, "a clinician past the lobby", inRoom({ lobby: true }, { role: "presenter" }), "admit"],
  [13, "a presenter of a full room", { ...inRoom({ seatLimit: 1 }, { role: "presenter" }), call: { ...EMPTY_CALL, otherSeats: 1 } }, "admit"],
  [13, "more free places than people before them", { ...inRoom({ seatLimit: 3 }), call: { ...EMPTY_CALL, otherSeats: 1, aheadInLine: 1 } }, "admit"],
  [13, "a presenter whom nobody in line holds up", { ...inRoom({ seatLimit: 1 }, { role: "presenter" }), call: { ...EMPTY_CALL, aheadInLine: 1 } }, "admit"],
  [13, "a line in a room without a limit", { call: { ...EMPTY_CALL, aheadInLine: 1 } }, "admit"],
  [13, "a seat's own device again", { call: { ...EMPTY_CALL, insideOn: "phone" } }, "admit"],
];

const answerTo = (question: Partial<JoinQuestion>) => {
  const decision = decideJoin(joinQuestion(question));
  return decision.kind === "admit" ? "admit" : decision.reason;
};

describe("each line of the decision", () => {
  test.each(LINES)("%i: %s", (_line, _situation, question, answer) => {
    expect(answerTo(question)).toBe(answer);
  });
});

describe("the first line that applies wins", () => {
  // Every trouble at once; then, from the top, one after another is taken away.
  const allWrong = {
    cancelled: { at: EARLIER, reason: null },
    endedAt: EARLIER,
    seatLimit: 1,
    kind: "webinar",
    lobby: true,
  } as const;
  const full = { ...EMPTY_CALL, otherSeats: 1, insideOn: "laptop" };
  const steps: [string, Partial<JoinQuestion>][] = [
    ["room-not-found", { room: null, now: CLOSES_AT }],
    ["cancelled", { room: roomFacts(allWrong), seat: null, now: CLOSES_AT, call: full }],
    [
      "not-invited",
      { room: roomFacts({ ...allWrong, cancelled: null }), seat: null, now: CLOSES_AT },
    ],
    [
      "not-invited",
      {
        ...inRoom({ ...allWrong, cancelled: null }, { removed: REMOVAL, linkRevokedAt: EARLIER }),
        now: CLOSES_AT,
      },
    ],
    [
      "removed",
      { ...inRoom({ ...allWrong, cancelled: null }, { removed: REMOVAL }), now: CLOSES_AT },
    ],
    ["too-late", { ...inRoom({ ...allWrong, cancelled: null }), now: CLOSES_AT }],
    ["ended", { ...inRoom({ ...allWrong, cancelled: null }), now: EARLIER }],
    ["too-early", { ...inRoom({ ...allWrong, cancelled: null, endedAt: null }), now: EARLIER }],
    ["not-ready", { ...inRoom({ seatLimit: 1, lobby: true }, { missing: ["form"] }), call: full }],
    ["full", { ...inRoom({ seatLimit: 1, kind: "webinar", lobby: true }), call: full }],
    ["not-live", { ...inRoom({ kind: "webinar", lobby: true }), call: full }],
    ["in-lobby", { ...inRoom({ lobby: true }), call: full }],
    ["elsewhere", { call: full }],
  ];

  test.each(steps)("%s", (answer, question) => {
    expect(answerTo(question)).toBe(answer);
  });
});

describe("what the answer carries", () => {
  test("too early names this seat's own opening, not the room's", () => {
    const leadMinutes = { presenter: 15, collaborator: 10, attendee: 5, consumer: 0 };
    const at = (role: SeatFacts["role"]) =>
      decideJoin(joinQuestion({ ...inRoom({ leadMinutes }, { role }), now: EARLIER }));

    expect(at("presenter")).toMatchObject({ opensAt: new Date("2027-03-09T13:45:00Z") });
    expect(at("attendee")).toMatchObject({ opensAt: new Date("2027-03-09T13:55:00Z") });
    expect(at("consumer")).toMatchObject({ opensAt: OPENS_AT });
  });

  test("a removed person may ask to return once", () => {
    const ask = (askedToReturnAt: Date | null) =>
      decideJoin(joinQuestion(inRoom({}, { removed: { ...REMOVAL, askedToReturnAt } })));

    expect(ask(null)).toMatchObject({ mayAskToReturn: true });
    expect(ask(EARLIER)).toMatchObject({ mayAskToReturn: false });
  });

  test("a removed person may not ask to return to what is over, and learns since when it is", () => {
    const removed = { removed: REMOVAL };
    const open = decideJoin(joinQuestion(inRoom({}, removed)));
    expect(open).toMatchObject({ mayAskToReturn: true, overSince: null });
    const ended = decideJoin(joinQuestion(inRoom({ endedAt: EARLIER }, removed)));
    expect(ended).toMatchObject({ mayAskToReturn: false, overSince: EARLIER });
    const closed = decideJoin(joinQuestion({ ...inRoom({}, removed), now: CLOSES_AT }));
    expect(closed).toMatchObject({ mayAskToReturn: false, overSince: CLOSES_AT });
  });

  test("an admission ends with the window and carries the role's grant less what is withheld", () => {
    const decision = decideJoin(joinQuestion(inRoom({}, { withheld: ["camera"] })));

    expect(decision).toMatchObject({
      kind: "admit",
      until: CLOSES_AT,
      grant: { microphone: true, camera: false, screen: false, seeAndHear: true, hidden: false },
    });
  });

  test("a full room says how many are ahead, since when one waits, and when that may change", () => {
    const call = { ...EMPTY_CALL, otherSeats: 2, aheadInLine: 3, mayChangeAt: CLOSES_AT };
    const inLine = { since: EARLIER, until: OPENS_AT };
    const decision = decideJoin(joinQuestion({ ...inRoom({ seatLimit: 2 }, { inLine }), call }));
    expect(decision).toEqual({
      kind: "wait",
      reason: "full",
      seatLimit: 2,
      ahead: 3,
      since: EARLIER,
      mayChangeAt: CLOSES_AT,
    });
  });

  test("of several missing things the first is asked for", () => {
    const decision = decideJoin(joinQuestion(inRoom({}, { missing: ["consent", "form"] })));
    expect(decision).toMatchObject({ requirement: "consent" });
  });
});

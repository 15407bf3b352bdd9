import fc from "fast-check";
import { expect, test } from "vitest";
import { joinQuestion, roomFacts, seatFacts } from "@/lib/testing/join-question-builder";
import { decideJoin } from "./decide-join";
import { EMPTY_CALL, type JoinQuestion, type RoomFacts, type SeatFacts } from "./join-question";
import { ROLES } from "./role";
import { ROOM_ACCESS, ROOM_KINDS } from "./room-kind";
import { opensFor } from "./window";

const instant = fc.date({
  min: new Date("2027-03-09T10:00:00Z"),
  max: new Date("2027-03-09T18:00:00Z"),
  noInvalidDate: true,
});
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const room: fc.Arbitrary<RoomFacts> = fc
  .record({
    kind: fc.constantFrom(...ROOM_KINDS),
    access: fc.constantFrom(...ROOM_ACCESS),
    opensAt: instant,
    minutes: fc.integer({ min: 1, max: 120 }),
    leadMinutes: fc.record({
      presenter: fc.nat(60),
      collaborator: fc.nat(60),
      attendee: fc.nat(60),
      consumer: fc.nat(60),
    }),
    lobby: fc.boolean(),
    seatLimit: maybe(fc.integer({ min: 1, max: 3 })),
    endedAt: maybe(instant),
    liveAt: maybe(instant),
  })
  .map(({ opensAt, minutes, ...facts }) =>
    roomFacts({
      ...facts,
      window: { opensAt, closesAt: new Date(opensAt.getTime() + minutes * 60_000) },
    }),
  );

const seat: fc.Arbitrary<SeatFacts> = fc
  .record({
    role: fc.constantFrom(...ROLES),
    admittedAt: maybe(instant),
    removedAt: fc.option(instant, { nil: null, freq: 4 }),
    withheld: fc.subarray(["microphone", "camera", "screen"] as const),
    linkRevokedAt: fc.option(instant, { nil: null, freq: 4 }),
  })
  .map(({ removedAt, ...facts }) =>
    seatFacts({
      ...facts,
      removed: removedAt && {
        at: removedAt,
        byRole: "presenter",
        reason: null,
        fromCall: false,
        askedToReturnAt: null,
      },
    }),
  );

const question: fc.Arbitrary<JoinQuestion> = fc.record({
  room,
  seat: maybe(seat),
  call: fc.record({
    otherSeats: fc.nat(4),
    aheadInLine: fc.nat(4),
    mayChangeAt: maybe(instant),
    insideOn: maybe(fc.constantFrom("phone", "laptop")),
  }),
  deviceId: fc.constantFrom("phone", "laptop"),
  now: instant,
});

test("nobody is ever admitted outside the window, off the roster, by a revoked link or after the end", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const decision = decideJoin(asked);
      if (decision.kind !== "admit" || !asked.room || !asked.seat) return decision.kind !== "admit";
      const { window, leadMinutes, endedAt } = asked.room;
      return (
        opensFor(asked.seat.role, window, leadMinutes) <= asked.now &&
        asked.now < window.closesAt &&
        asked.seat.removed === null &&
        asked.seat.linkRevokedAt === null &&
        endedAt === null
      );
    }),
    { numRuns: 2_000 },
  );
});

test("a refusal for the time lasts: once too late, always too late", () => {
  fc.assert(
    fc.property(question, fc.nat(10_000_000), (asked, laterMs) => {
      const now = decideJoin(asked);
      const later = decideJoin({ ...asked, now: new Date(asked.now.getTime() + laterMs) });
      const isLate = (answer: typeof now) =>
        answer.kind === "refuse" && answer.reason === "too-late";
      return !isLate(now) || isLate(later);
    }),
  );
});

test("too early always names an instant at which the answer is another one", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const decision = decideJoin(asked);
      if (decision.kind !== "refuse" || decision.reason !== "too-early") return true;
      const then = decideJoin({ ...asked, now: decision.opensAt });
      return decision.opensAt > asked.now && !("reason" in then && then.reason === "too-early");
    }),
  );
});

test("a withheld source is never granted", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const decision = decideJoin(asked);
      if (decision.kind !== "admit") return true;
      const { grant } = decision;
      return (asked.seat?.withheld ?? []).every((source) => !grant[source]);
    }),
  );
});

test("in one line, those let in are always those who came first, and never more than there are places", () => {
  const limit = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(limit, fc.nat(6), fc.nat(8), (seatLimit, taken, waiting) => {
      const isIn = Array.from({ length: waiting }, (_, ahead) => {
        const call = { ...EMPTY_CALL, otherSeats: taken, aheadInLine: ahead };
        return decideJoin(joinQuestion({ room: roomFacts({ seatLimit }), call })).kind === "admit";
      });
      const free = Math.max(seatLimit - taken, 0);
      expect(isIn).toEqual(isIn.map((_, index) => index < free));
    }),
  );
});

test("the same question always gets the same answer", () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(decideJoin(asked)).toEqual(decideJoin(asked));
    }),
  );
});

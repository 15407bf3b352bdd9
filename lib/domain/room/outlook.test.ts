import { expect, test } from "vitest";
import { OPENS_AT, roomFacts, seatFacts } from "@/lib/testing/join-question-builder";
import { EMPTY_CALL } from "./join-question";
import { outlookAt, rehearse, type SeatInRoom } from "./outlook";

const seatInRoom = (changes: Partial<SeatInRoom> = {}): SeatInRoom => ({
  room: roomFacts(),
  seat: seatFacts(),
  call: EMPTY_CALL,
  ...changes,
});

const answers = (facts: SeatInRoom) =>
  rehearse(facts).map(({ decision }) =>
    decision.kind === "admit" ? decision.kind : decision.reason,
  );

test("somebody inside on their own device is not told that they are elsewhere", () => {
  const facts = seatInRoom({ call: { ...EMPTY_CALL, otherSeats: 1, insideOn: "laptop" } });
  expect(outlookAt(facts, OPENS_AT).kind).toBe("admit");
});

test("a rehearsal asks an hour and ten minutes before, at the opening and after ninety minutes", () => {
  expect(answers(seatInRoom())).toEqual(["too-early", "too-early", "admit", "too-late"]);
});

test("a lead shows in the rehearsal of those who have it", () => {
  const leadMinutes = { presenter: 15, collaborator: 0, attendee: 0, consumer: 0 };
  const room = roomFacts({ leadMinutes });
  expect(answers(seatInRoom({ room, seat: seatFacts({ role: "presenter" }) }))).toEqual([
    "too-early",
    "admit",
    "admit",
    "too-late",
  ]);
});

test("those who are inside or in line now do not fill the rehearsed room", () => {
  const facts = seatInRoom({
    room: roomFacts({ seatLimit: 1 }),
    call: { ...EMPTY_CALL, otherSeats: 1, aheadInLine: 1 },
  });
  expect(answers(facts)[2]).toBe("admit");
});

import { expect, test } from "vitest";
import { CLOSES_AT, OPENS_AT, roomFacts } from "@/lib/testing/join-question-builder";
import type { RoomFacts } from "@/lib/domain/room/join-question";
import { isCallOver } from "./is-call-over";

const DURING = new Date("2027-03-09T14:05:00Z");

test.each<[string, Partial<RoomFacts>, Date]>([
  ["at the very end of the window", {}, CLOSES_AT],
  ["when the host has ended it", { endedAt: DURING }, DURING],
  ["when it is cancelled", { cancelled: { at: DURING, reason: null } }, DURING],
  ["when it is moved", { movedTo: { roomId: "another", opensAt: CLOSES_AT } }, DURING],
])("a call is over %s", (_, changes, now) => {
  expect(isCallOver(roomFacts(changes), now)).toBe(true);
});

test("a call of a room that is gone is over", () => {
  expect(isCallOver(null, DURING)).toBe(true);
});

test.each<[string, Partial<RoomFacts>, Date]>([
  ["a millisecond before the end", {}, new Date(CLOSES_AT.getTime() - 1)],
  ["in a lead before the window", {}, new Date(OPENS_AT.getTime() - 1)],
  ["before a webinar goes live", { kind: "webinar" }, DURING],
  ["with a lobby and a full house", { lobby: true, seatLimit: 1 }, DURING],
])("a call is not over %s", (_, changes, now) => {
  expect(isCallOver(roomFacts(changes), now)).toBe(false);
});

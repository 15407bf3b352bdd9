import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { viewOf } from "@/lib/testing/calling-room";
import { FULL_ROOM } from "@/lib/testing/room-view-builder";
import { PlaceInLine } from "./place-in-line";

const NOW = "2027-03-09T14:05:00.000Z";
const inLine = (mayChangeAt: string | null = null) =>
  viewOf({ serverNow: NOW, decision: { ...FULL_ROOM, since: NOW, mayChangeAt } });

let spoken = 0;
let place: PlaceInLine;

beforeEach(() => {
  vi.useFakeTimers();
  spoken = 0;
  place = new PlaceInLine(async () => void (spoken += 1));
});

afterEach(() => vi.useRealTimers());

const pass = (seconds: number) => {
  vi.advanceTimersByTime(seconds * 1_000);
  return spoken;
};

describe("nothing is said", () => {
  test("by whoever waits in the lobby", () => {
    place.follow(viewOf());
    expect(pass(600)).toBe(0);
  });

  test("any more once they are in, or left", () => {
    place.follow(inLine());
    place.follow(viewOf({ decision: { kind: "admit" } }));
    expect(pass(600)).toBe(0);
    place.follow(inLine());
    place.leave();
    expect(pass(600)).toBe(0);
  });
});

describe("whoever waits in line says so", () => {
  test("every 20 seconds, whether or not anything is answered", () => {
    place.follow(inLine());
    expect([pass(19), pass(1), pass(20), pass(19)]).toEqual([0, 1, 2, 2]);
  });

  test("however often the room changes meanwhile", () => {
    for (let second = 0; second < 60; second += 1) {
      place.follow(inLine());
      pass(1);
    }
    expect(spoken).toBe(3);
  });

  test("in the lobby, too, when the line led them there, until they are in", () => {
    place.follow(inLine());
    place.follow(viewOf());
    expect([pass(20), pass(20)]).toEqual([1, 2]);
    place.follow(viewOf({ decision: { kind: "admit" } }));
    expect(pass(600)).toBe(2);
  });

  test("when time may have brought them on, by the server's clock, and at most once a second", () => {
    place.follow(inLine("2027-03-09T14:05:05.000Z"));
    expect([pass(5), pass(0.1)]).toEqual([0, 1]);
    place.follow(inLine("2027-03-09T14:04:00.000Z"));
    expect([pass(0.9), pass(0.2)]).toEqual([1, 2]);
  });
});

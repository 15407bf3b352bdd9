import { expect, test } from "vitest";
import { isOpen, isOver, opensFor } from "./window";

const window = {
  opensAt: new Date("2027-03-09T14:00:00Z"),
  closesAt: new Date("2027-03-09T14:20:00Z"),
};
const lead = { presenter: 15, collaborator: 10, attendee: 5, consumer: 0 };

test("a window includes its opening and excludes its closing", () => {
  expect(isOpen(window, window.opensAt)).toBe(true);
  expect(isOpen(window, new Date(window.opensAt.getTime() - 1))).toBe(false);
  expect(isOpen(window, new Date(window.closesAt.getTime() - 1))).toBe(true);
  expect(isOpen(window, window.closesAt)).toBe(false);
});

test("a window is over from its closing on", () => {
  expect(isOver(window, new Date(window.closesAt.getTime() - 1))).toBe(false);
  expect(isOver(window, window.closesAt)).toBe(true);
});

test("each role comes in earlier by its own lead", () => {
  expect(opensFor("presenter", window, lead)).toEqual(new Date("2027-03-09T13:45:00Z"));
  expect(opensFor("consumer", window, lead)).toEqual(window.opensAt);
});

import { expect, test } from "vitest";
import { lookBackFor } from "./look-back";

const nothing = { whoWasHere: false, record: false };

test("whoever never came, and does not lead, reads nothing", () => {
  const outside = { isRemoved: false, wasInCall: false };
  expect(lookBackFor({ role: "collaborator", ...outside })).toEqual(nothing);
  expect(lookBackFor({ role: "presenter", ...outside, isRemoved: true })).toEqual(nothing);
});

test("whoever was there reads who else was, also when they were removed", () => {
  const inside = { role: "attendee", wasInCall: true } as const;
  const others = { whoWasHere: true, record: false };
  expect(lookBackFor({ ...inside, isRemoved: false })).toEqual(others);
  expect(lookBackFor({ ...inside, isRemoved: true })).toEqual(others);
  expect(lookBackFor({ ...inside, role: "presenter", isRemoved: true })).toEqual(others);
});

test("whoever leads reads all of it without having come", () => {
  const leading = lookBackFor({ role: "presenter", isRemoved: false, wasInCall: false });
  expect(leading).toEqual({ whoWasHere: true, record: true });
});

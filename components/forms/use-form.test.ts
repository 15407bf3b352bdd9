import { expect, test } from "vitest";
import { firstToLookAt } from "./use-form";

const typed = { title: "", date: "2020-01-01", lengthMinutes: "100000" };

test("nothing is looked at first where nothing is wrong", () => {
  expect(firstToLookAt(typed, {})).toBeUndefined();
});

test.each([
  ["the first that the form shows", { date: "over", title: "missing" }, "title"],
  ["a field before a box that nobody ticked", { confirmedLength: "long?", date: "over" }, "date"],
  ["a box that nobody ticked, alone", { confirmedLength: "long?" }, "confirmedLength"],
])("%s is looked at first", (_, problems, first) => {
  expect(firstToLookAt(typed, problems)).toBe(first);
});

import { expect, test } from "vitest";
import { byName } from "./by-name";

test("numbers in names count as numbers, and capitals and accents part only what is alike", () => {
  const names = ["Guest 10", "zoë", "Guest 2", "Zoe Quist", "ada", "Åsa", "Zoe"];
  const sorted = names.map((name) => ({ name })).sort(byName);
  expect(sorted.map(({ name }) => name)).toEqual([
    ...["ada", "Åsa", "Guest 2", "Guest 10", "Zoe", "zoë", "Zoe Quist"],
  ]);
});

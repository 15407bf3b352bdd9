import { expect, it } from "vitest";
import { frontPeople } from "./front-people";

const people = [
  { name: "Ana", lastSpokeAt: 0 },
  { name: "Ben", lastSpokeAt: 10 },
  { name: "Cleo", lastSpokeAt: 0 },
  { name: "Dan", lastSpokeAt: 30 },
];

const namesOf = (places: number) => frontPeople(people, places).map(({ name }) => name);

it("brings those who spoke last to the front and leaves everybody else in order", () => {
  expect(namesOf(2)).toEqual(["Ben", "Dan", "Ana", "Cleo"]);
  expect(namesOf(3)).toEqual(["Ana", "Ben", "Dan", "Cleo"]);
});

it("changes nothing when all have a place", () => {
  expect(namesOf(4)).toEqual(["Ana", "Ben", "Cleo", "Dan"]);
});

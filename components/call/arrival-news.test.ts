import { describe, expect, it } from "vitest";
import { ArrivalNews } from "./arrival-news";

const person = (name: string) => ({ seatId: name, name });
const [ana, ben] = [person("Ana"), person("Ben")];
const crowd = ["a", "b", "c", "d"].map(person);

function openNews() {
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  const news = new ArrivalNews(
    ({ word, values, shown }) => {
      expect(shown).toBe(false);
      told.push([word, ...Object.values(values ?? {})].join(" "));
    },
    (run) => waiting.push(run),
  );
  return { news, told, endWait: () => waiting.shift()?.() };
}

describe("who came and went", () => {
  it("is told by name for a few and by number for many, to those who can't see it", () => {
    const { news, told, endWait } = openNews();
    news.take([ana], [ben]);
    endWait();
    news.take([], crowd);
    news.take(crowd, []);
    endWait();
    expect(told).toEqual(["joined Ben", "leftCall Ana", "manyJoined 4", "manyLeft 4"]);
  });

  it("is not told of somebody who moves the call to another device", () => {
    const { news, told, endWait } = openNews();
    news.take([ana, ben], [ana]);
    news.take([ana], [ana, ben]);
    endWait();
    expect(told).toEqual([]);
  });

  it("is told once of somebody who goes again", () => {
    const { news, told, endWait } = openNews();
    news.take([ana, ben], [ana]);
    news.take([ana], [ana, ben]);
    news.take([ana, ben], [ana]);
    endWait();
    endWait();
    expect(told).toEqual(["leftCall Ben"]);
  });
});

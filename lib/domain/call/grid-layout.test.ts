import { describe, expect, it } from "vitest";
import { fitGrid, tilesPerPage } from "./grid-layout";

const desktop = { width: 1280, height: 640 };
const phone = { width: 374, height: 640 };

describe("a grid of tiles", () => {
  it.each([
    ["desktop", desktop, 1, 1],
    ["desktop", desktop, 2, 2],
    ["desktop", desktop, 3, 2],
    ["desktop", desktop, 4, 2],
    ["desktop", desktop, 5, 3],
    ["desktop", desktop, 9, 3],
    ["phone", phone, 1, 1],
    ["phone", phone, 2, 1],
    ["phone", phone, 3, 1],
    ["phone", phone, 5, 2],
    ["phone", phone, 8, 2],
  ])("on a %s (%o) sets %i tiles in %i columns", (_name, area, count, columns) => {
    const cells = fitGrid(count, area);
    expect(new Set(cells.slice(0, columns).map(({ top }) => top)).size).toBe(1);
    expect(new Set(cells.map(({ top }) => Math.round(top))).size).toBe(Math.ceil(count / columns));
  });

  it("keeps every tile inside the space, apart from the others and in shape", () => {
    for (const area of [desktop, phone, { width: 844, height: 300 }, { width: 320, height: 200 }]) {
      for (let count = 1; count <= 25; count += 1) {
        const cells = fitGrid(count, area);
        expect(cells).toHaveLength(count);
        for (const { left, top, width, height } of cells) {
          expect(left).toBeGreaterThanOrEqual(-0.01);
          expect(top).toBeGreaterThanOrEqual(-0.01);
          expect(left + width).toBeLessThanOrEqual(area.width + 0.01);
          expect(top + height).toBeLessThanOrEqual(area.height + 0.01);
          expect(width / height).toBeLessThanOrEqual(16 / 9 + 0.01);
          expect(width / height).toBeGreaterThanOrEqual(4 / 5 - 0.01);
        }
        expect(new Set(cells.map(({ left, top }) => `${left}|${top}`)).size).toBe(count);
      }
    }
  });

  it("centres an unfinished last row", () => {
    const cells = fitGrid(5, desktop);
    const lastRow = cells.slice(3);
    const middle =
      (Math.min(...lastRow.map((cell) => cell.left)) +
        Math.max(...lastRow.map((cell) => cell.left + cell.width))) /
      2;
    expect(middle).toBeCloseTo(desktop.width / 2);
  });

  it("has no place in a space that isn't there", () => {
    expect(fitGrid(3, { width: 0, height: 0 })).toEqual([]);
    expect(fitGrid(0, desktop)).toEqual([]);
  });

  it("holds fewer tiles a page on a narrow space", () => {
    expect(tilesPerPage(desktop)).toBe(25);
    expect(tilesPerPage(phone)).toBe(8);
  });
});

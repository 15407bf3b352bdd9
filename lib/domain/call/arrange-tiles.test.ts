import { describe, expect, it } from "vitest";
import { arrangeTiles, countPages } from "./arrange-tiles";

const desktop = { width: 1280, height: 640 };
const phone = { width: 374, height: 640 };

describe("where tiles go", () => {
  it("puts oneself into the corner of the other's picture on a wide space", () => {
    const { tiles, isOwnInCorner } = arrangeTiles(
      { tileCount: 2, hasOwnTile: true, isScreenShared: false },
      desktop,
    );
    const [other, own] = tiles;
    expect(isOwnInCorner).toBe(true);
    expect(other?.height).toBe(640);
    expect(own?.width).toBeLessThan(260);
  });

  it("shows an audience two speakers alike", () => {
    const scene = { tileCount: 2, hasOwnTile: false, isScreenShared: false };
    const { tiles } = arrangeTiles(scene, desktop);
    expect(tiles[0]?.width).toBe(tiles[1]?.width);
  });

  it("gives the other one most of a phone, and oneself the corner below", () => {
    const { tiles, isOwnInCorner } = arrangeTiles(
      { tileCount: 2, hasOwnTile: true, isScreenShared: false },
      phone,
    );
    const [other, own] = tiles;
    expect(isOwnInCorner).toBe(true);
    expect(other).toMatchObject({ left: 0, top: 0, width: 374 });
    expect(other?.height).toBeGreaterThan(phone.height * 0.7);
    expect(own?.top).toBeGreaterThan(other?.height ?? Infinity);
    const [tallest] = arrangeTiles(
      { tileCount: 2, hasOwnTile: true, isScreenShared: false },
      { width: 374, height: 900 },
    ).tiles;
    expect(tallest?.height).toBeCloseTo(374 / 0.6);
    expect(own?.width).toBeLessThan(phone.width / 3);
  });

  it("keeps one's own tile within the space, whatever that is", () => {
    for (const width of [60, 120, 300, 375, 600, 1280]) {
      for (const height of [60, 130, 280, 560, 720]) {
        const scene = { tileCount: 2, hasOwnTile: true, isScreenShared: false };
        const [, own] = arrangeTiles(scene, { width, height }).tiles;
        expect(own?.left).toBeGreaterThanOrEqual(0);
        expect(own?.top).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("gives a shared screen most of the space and the people the rest", () => {
    const wide = arrangeTiles({ tileCount: 3, hasOwnTile: true, isScreenShared: true }, desktop);
    expect(wide.screen?.width).toBeGreaterThan(1080);
    expect(wide.tiles.every(({ left }) => left > 1080)).toBe(true);
    const tall = arrangeTiles({ tileCount: 3, hasOwnTile: true, isScreenShared: true }, phone);
    expect(tall.screen?.width).toBe(374);
    expect(tall.screen?.height).toBeCloseTo(280.5);
    expect(tall.tiles).toHaveLength(3);
    expect(tall.tiles.every(({ top }) => top > (tall.screen?.height ?? 0))).toBe(true);
  });

  it("turns pages, and a page beyond the last is the last", () => {
    const scene = { tileCount: 20, hasOwnTile: true, isScreenShared: false };
    expect(arrangeTiles(scene, phone, 0).tiles).toHaveLength(8);
    expect(arrangeTiles(scene, phone, 2).tiles).toHaveLength(4);
    expect(arrangeTiles(scene, phone, 9).tiles).toHaveLength(4);
    expect(countPages(20, 8)).toBe(3);
    expect(countPages(0, 8)).toBe(1);
  });
});

import { fitGrid, GAP, tilesPerPage, type Area, type Cell } from "./grid-layout";

/** What there is to show. One's own tile, when it is among them, is the last. */
export type Scene = { tileCount: number; hasOwnTile: boolean; isScreenShared: boolean };

/** Where everything goes. */
export type Arrangement = {
  /** The shared screen's place; null when nothing is shared. */
  screen: Cell | null;
  /** Places of the tiles of one page, in order. */
  tiles: Cell[];
  /** Tiles on this and every other full page. */
  perPage: number;
  /** One's own tile lies in a corner, perhaps on the other one's picture. */
  isOwnInCorner: boolean;
};

/** From this shape on, a space is wide: a strip goes beside the screen, not below it. */
const WIDE = 1.1;

/** A tile of the strip beside a shared screen. */
const STRIP_TILE = { width: 184, height: 112 };

/** Above the tiles, a screen is as high as one of this shape, up to a share of the space. */
const NARROWEST_SCREEN = 4 / 3;
const LARGEST_SCREEN_SHARE = 0.7;
const MOST_BELOW_SCREEN = 6;

/** One's own tile in the corner, as a share of the space's width, and its limits. */
const CORNER = { share: 0.18, smallest: 136, largest: 240, shape: 16 / 9 };
const CORNER_OF_TALL = { share: 0.28, smallest: 96, largest: 160, shape: 4 / 5 };
const CORNER_MARGIN = 12;

/** Of two people on a tall space, the other one is never narrower than this. */
const NARROWEST_FACE = 3 / 5;

/** Places for a page of tiles. `page` counts from 0; a page beyond the last is the last. */
export function arrangeTiles(scene: Scene, area: Area, page = 0): Arrangement {
  if (scene.isScreenShared) return withScreen(scene.tileCount, area, page);
  if (scene.hasOwnTile && scene.tileCount === 2) return face(area);
  const perPage = tilesPerPage(area);
  const count = countOnPage(scene.tileCount, perPage, page);
  return { screen: null, tiles: fitGrid(count, area), perPage, isOwnInCorner: false };
}

/** How many pages there are; at least one. */
export function countPages(tileCount: number, perPage: number): number {
  return Math.max(1, Math.ceil(tileCount / Math.max(1, perPage)));
}

function countOnPage(tileCount: number, perPage: number, page: number): number {
  const last = countPages(tileCount, perPage) - 1;
  return Math.min(perPage, tileCount - Math.min(page, last) * perPage);
}

function isWide({ width, height }: Area): boolean {
  return width >= height * WIDE;
}

/** Two people: the other one as large as the space allows, oneself in the corner. */
function face(area: Area): Arrangement {
  const tiles = isWide(area) ? faceOnWide(area) : faceOnTall(area);
  return { screen: null, tiles, perPage: 2, isOwnInCorner: true };
}

/** One's own tile lies on the other one's. */
function faceOnWide(area: Area): Cell[] {
  const [other] = fitGrid(1, area);
  if (!other) return [];
  const right = other.left + other.width;
  return [other, cornerTile(CORNER, area, right, other.top + other.height)];
}

/** The other one reaches down to one's own tile, unless that would cut too much off at the sides. */
function faceOnTall(area: Area): Cell[] {
  const [fitting] = fitGrid(1, area);
  if (!fitting) return [];
  const own = cornerTile(CORNER_OF_TALL, area, area.width, area.height);
  const above = Math.min(own.top - CORNER_MARGIN, area.width / NARROWEST_FACE);
  const height = Math.max(fitting.height, above);
  return [{ ...fitting, top: 0, height }, own];
}

/** A tile in the corner that ends at `right` and `bottom`, but for the margin; within the space. */
function cornerTile(
  { share, smallest, largest, shape }: typeof CORNER | typeof CORNER_OF_TALL,
  area: Area,
  right: number,
  bottom: number,
): Cell {
  const wanted = Math.min(largest, Math.max(smallest, area.width * share));
  const most = { width: area.width - 2 * CORNER_MARGIN, height: area.height - 2 * CORNER_MARGIN };
  const width = Math.max(0, Math.min(wanted, most.width, most.height * shape));
  const height = width / shape;
  const left = right - width - CORNER_MARGIN;
  return { left, top: bottom - height - CORNER_MARGIN, width, height };
}

function withScreen(tileCount: number, area: Area, page: number): Arrangement {
  return isWide(area) ? besideScreen(tileCount, area, page) : belowScreen(tileCount, area, page);
}

/** On a wide space: a strip of small tiles to the right of the screen. */
function besideScreen(tileCount: number, area: Area, page: number): Arrangement {
  const step = STRIP_TILE.height + GAP;
  const perPage = Math.max(1, Math.floor((area.height + GAP) / step));
  const count = countOnPage(tileCount, perPage, page);
  const width = area.width - STRIP_TILE.width - GAP;
  const start = (area.height - (count * step - GAP)) / 2;
  const tiles = Array.from({ length: count }, (_, index) => ({
    left: width + GAP,
    top: start + index * step,
    ...STRIP_TILE,
  }));
  const screen = { left: 0, top: 0, width, height: area.height };
  return { screen, tiles, perPage, isOwnInCorner: false };
}

/** On a tall space: the screen on top, as high as its usual shape asks for, a grid below. */
function belowScreen(tileCount: number, area: Area, page: number): Arrangement {
  const usual = area.width / NARROWEST_SCREEN;
  const height = Math.min(usual, area.height * LARGEST_SCREEN_SHARE);
  const rest = { width: area.width, height: area.height - height - GAP };
  const perPage = Math.min(MOST_BELOW_SCREEN, tilesPerPage(area));
  const count = countOnPage(tileCount, perPage, page);
  const tiles = fitGrid(count, rest).map((cell) => ({ ...cell, top: cell.top + height + GAP }));
  const screen = { left: 0, top: 0, width: area.width, height };
  return { screen, tiles, perPage, isOwnInCorner: false };
}

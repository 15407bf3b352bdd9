/** A space on the screen, in CSS pixels. */
export type Area = { width: number; height: number };

/** A tile's place within the space, in CSS pixels from its upper left corner. */
export type Cell = { left: number; top: number; width: number; height: number };

/** Space between tiles. */
export const GAP = 8;

/** A tile is never wider or narrower than this; pictures are cut to fit, so not by much. */
const WIDEST = 16 / 9;
const NARROWEST = 4 / 5;

/** The narrowest shape that still shows a camera's picture well. */
const USUAL = 4 / 3;

/** Most tiles on one page, by the width of the space; smaller faces can't be told apart. */
const PAGE_LIMITS = [
  { fromWidth: 1200, tiles: 25 },
  { fromWidth: 800, tiles: 16 },
  { fromWidth: 480, tiles: 9 },
  { fromWidth: 0, tiles: 8 },
] as const;

/** How many tiles one page of a grid holds in a space of this width. */
export function tilesPerPage({ width }: Area): number {
  return PAGE_LIMITS.find(({ fromWidth }) => width >= fromWidth)?.tiles ?? 1;
}

/** Places for `count` tiles: as large as the space allows, all alike, rows centred. */
export function fitGrid(count: number, area: Area): Cell[] {
  if (count < 1 || area.width <= 0 || area.height <= 0) return [];
  const best = Array.from({ length: count }, (_, index) =>
    tryColumns(index + 1, count, area),
  ).reduce((largest, candidate) => (sizeOf(candidate) > sizeOf(largest) ? candidate : largest));
  return Array.from({ length: count }, (_, index) => placeInGrid(index, count, best, area));
}

type Grid = { columns: number; rows: number; tile: Area };

function tryColumns(columns: number, count: number, area: Area): Grid {
  const rows = Math.ceil(count / columns);
  const width = (area.width - GAP * (columns - 1)) / columns;
  const height = (area.height - GAP * (rows - 1)) / rows;
  return { columns, rows, tile: cutToShape({ width, height }) };
}

/** The largest tile of an allowed shape within a cell. */
function cutToShape({ width, height }: Area): Area {
  return {
    width: Math.max(0, Math.min(width, height * WIDEST)),
    height: Math.max(0, Math.min(height, width / NARROWEST)),
  };
}

/** What is seen of everybody: the tile's size, less what a picture loses in a narrow tile. */
function sizeOf({ tile: { width, height } }: Grid): number {
  return width * height * Math.sqrt(Math.min(1, width / height / USUAL));
}

function placeInGrid(
  index: number,
  count: number,
  { columns, rows, tile }: Grid,
  area: Area,
): Cell {
  const row = Math.floor(index / columns);
  const inThisRow = Math.min(columns, count - row * columns);
  const rowWidth = inThisRow * tile.width + (inThisRow - 1) * GAP;
  const gridHeight = rows * tile.height + (rows - 1) * GAP;
  return {
    left: (area.width - rowWidth) / 2 + (index % columns) * (tile.width + GAP),
    top: (area.height - gridHeight) / 2 + row * (tile.height + GAP),
    ...tile,
  };
}

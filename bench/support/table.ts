import { isReached, type Row } from "./row";

const HEAD = ["", "measured", "target", "", "compared to"];

/** The rows as a table for a terminal of any width; what misses its target says so. */
export function drawTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(toCells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => width(line[column]))));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

function toCells(row: Row): string[] {
  const { what, value, unit, target, note = "" } = row;
  const verdict = target ? (isReached(row) ? "reached" : "MISSED") : "";
  return [what, `${round(value)} ${unit}`, sayTarget(row), verdict, note];
}

function sayTarget({ target }: Row): string {
  if (!target) return "";
  return "atMost" in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
}

/** Three digits are all that a measurement on a shared machine is good for. */
export function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

function width(cell = ""): number {
  return cell.length;
}

export type Unit = "ms" | "s" | "kB" | "/s" | "% of a core" | "of the peer's" | "µs";

/** One line of the table. */
export type Row = {
  what: string;
  value: number;
  unit: Unit;
  /** What it has to reach; null for what is only told. */
  target: { atMost: number } | { atLeast: number } | null;
  /** What it is compared to, or how it came about. */
  note?: string;
};

/** Measures one thing on the running product and gives its lines. */
export type Measurement = () => Promise<Row[]>;

/** Whether a row reaches its target; true where there is none. */
export function isReached({ value, target }: Row): boolean {
  if (!target) return true;
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

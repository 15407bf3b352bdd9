/**
 * The smallest of the values that `percent` of them do not exceed (nearest rank).
 *
 * @throws Error when there are none.
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error("Nothing was measured.");
  return value;
}

/** A run of values in one phrase, for a row's note. */
export function describe(values: readonly number[]): string {
  const [p50, p95, max] = [50, 95, 100].map((percent) => Math.round(percentile(values, percent)));
  return `p50 ${p50}, p95 ${p95}, max ${max} of ${values.length}`;
}

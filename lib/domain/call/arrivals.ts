/** Somebody, as lists of people name them. */
export type Named = { seatId: string; name: string };

/** Who came and who went between two lists. */
export type Arrivals = { came: Named[]; went: Named[] };

/** Those who came and went, in the order of the lists. */
export function compareArrivals(before: readonly Named[], after: readonly Named[]): Arrivals {
  return { came: newcomers(before, after), went: newcomers(after, before) };
}

/** Those of the second list who are not in the first. */
export function newcomers<One extends { seatId: string }>(
  before: readonly { seatId: string }[],
  after: readonly One[],
): One[] {
  const known = new Set(before.map(({ seatId }) => seatId));
  return after.filter(({ seatId }) => !known.has(seatId));
}

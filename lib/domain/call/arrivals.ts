/** Somebody, as lists of people name them. */
export type Named = { seatId: string; name: string };

/** Who came and who went between two lists. */
export type Arrivals = { came: Named[]; went: Named[] };

/** Those who came and went, in the order of the lists. */
export function compareArrivals(before: readonly Named[], after: readonly Named[]): Arrivals {
  return { came: missingFrom(before, after), went: missingFrom(after, before) };
}

function missingFrom(these: readonly Named[], those: readonly Named[]): Named[] {
  const known = new Set(these.map(({ seatId }) => seatId));
  return those.filter(({ seatId }) => !known.has(seatId));
}

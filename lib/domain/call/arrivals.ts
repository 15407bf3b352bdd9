/** Somebody, as lists of people name them. */
type Named = { seatId: string; name: string };

/** Who came and who went between two lists. */
export type Arrivals = { came: string[]; went: string[] };

/** Names of those who came and went, in the order of the lists. */
export function compareArrivals(before: readonly Named[], after: readonly Named[]): Arrivals {
  return { came: namesMissingFrom(before, after), went: namesMissingFrom(after, before) };
}

function namesMissingFrom(these: readonly Named[], those: readonly Named[]): string[] {
  const known = new Set(these.map(({ seatId }) => seatId));
  return those.filter(({ seatId }) => !known.has(seatId)).map(({ name }) => name);
}

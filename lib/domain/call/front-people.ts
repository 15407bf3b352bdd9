/** Somebody with a tile. `lastSpokeAt` is in ms since 1970; 0 is never. */
type Speaker = { lastSpokeAt: number };

/**
 * The same people, with those who spoke last among the first `places`. Within them, and after them,
 * everybody keeps their order, so that tiles move only when somebody new comes to the front.
 */
export function frontPeople<P extends Speaker>(people: readonly P[], places: number): P[] {
  if (people.length <= places) return [...people];
  const front = new Set(
    [...people].sort((one, other) => other.lastSpokeAt - one.lastSpokeAt).slice(0, places),
  );
  return [
    ...people.filter((person) => front.has(person)),
    ...people.filter((person) => !front.has(person)),
  ];
}

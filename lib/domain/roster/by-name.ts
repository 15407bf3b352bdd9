const NAMES = new Intl.Collator("en", { numeric: true });

/** Sorts as people would: "Guest 2" before "Guest 10", capitals and accents last of all. */
export function byName(one: { name: string }, other: { name: string }): number {
  return NAMES.compare(one.name, other.name);
}

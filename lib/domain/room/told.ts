/** What a page may be asked to say was done, by name; what is not in the list is not said. */
export const TOLD = [
  "created",
  "created-silent",
  "created-alone",
  "edited",
  "moved",
  "cancelled",
] as const;

/** The same about one person on the roster. */
export const TOLD_OF_SEAT = [
  "added",
  "added-known",
  "added-silent",
  "role",
  "removed",
  "returned",
  "admitted",
  "resent",
  "revoked",
] as const;

export const TOLD_OF_CLOCK = ["moved-forward", "first-of-two"] as const;

/** What is said of a new room, by whom it has on its roster besides who leads it. */
export function toldOfPlan(
  seats: readonly { person: { email: string | null } | null }[],
): (typeof TOLD)[number] {
  if (seats.length === 0) return "created-alone";
  return seats.every(({ person }) => person?.email) ? "created" : "created-silent";
}

/** The one of `names` that an address asks for; null for anything else. */
export function readTold<Name extends string>(names: readonly Name[], asked: unknown): Name | null {
  return names.find((name) => name === asked) ?? null;
}

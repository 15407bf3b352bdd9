import type { Stay } from "./stay";

/** What there was of stays before an instant, as if everybody had left at that instant. */
export function staysUntil<One extends Stay>(stays: readonly One[], end: Date): One[] {
  return stays
    .filter(({ joinedAt }) => joinedAt < end)
    .map((stay) => (stay.leftAt && stay.leftAt < end ? stay : { ...stay, leftAt: end }));
}

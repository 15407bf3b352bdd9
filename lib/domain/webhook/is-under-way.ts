import type { DeliveryState } from "./delivery-state";

/** What is due so soon counts as under way, in milliseconds. */
const SOON_MS = 10_000;

/** Whether a try of a delivery is being made, or will be in a moment. */
export function isUnderWay(
  { state, dueAt }: { state: DeliveryState; dueAt: Date | null },
  now: Date,
): boolean {
  return state === "pending" && (dueAt === null || dueAt.getTime() - now.getTime() <= SOON_MS);
}

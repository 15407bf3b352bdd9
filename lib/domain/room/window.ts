import type { Role } from "./role";

/** When a room is open. Both are instants; `closesAt` itself is already closed. */
export type Window = { opensAt: Date; closesAt: Date };

/** How many minutes before `opensAt` each role may come in. */
export type LeadMinutes = Record<Role, number>;

/** The longest window, as in ACS Rooms. */
export const MAX_WINDOW_DAYS = 180;

const MINUTE_MS = 60_000;

/** The instant from which `role` may come in. */
export function opensFor(role: Role, window: Window, lead: LeadMinutes): Date {
  return new Date(window.opensAt.getTime() - lead[role] * MINUTE_MS);
}

/** Open from `opensAt` up to, and not including, `closesAt`. Leads are not counted. */
export function isOpen({ opensAt, closesAt }: Window, now: Date): boolean {
  return opensAt <= now && now < closesAt;
}

/** Whether nobody may be in the room any more. */
export function isOver({ closesAt }: Window, now: Date): boolean {
  return closesAt <= now;
}

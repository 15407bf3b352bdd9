/** Somebody's place in the line before a full room. */
export type PlaceInLine = {
  since: Date;
  /** Until when those behind wait for them, itself not included; in the past for whoever is gone. */
  until: Date;
};

/** How often the page of whoever waits in line says that they are still here. */
export const SPEAK_UP_MS = 20_000;

/**
 * How long those behind wait for whoever was heard of: their page speaks up once a minute where a
 * browser slows pages down that nobody looks at.
 */
const STILL_THERE_MS = 75_000;

/** How long somebody who is gone keeps their place, so that no reload and no dead spot costs it. */
const KEPT_MS = 15 * 60_000;

/** Until when those behind wait for somebody who was heard of at `now`. */
export function awaitedUntil(now: Date): Date {
  return new Date(now.getTime() + STILL_THERE_MS);
}

/** A place is forgotten when nobody has waited for its owner since this instant, itself included. */
export function forgottenUntil(now: Date): Date {
  return new Date(now.getTime() - KEPT_MS);
}

/** Since when they are in line; null without a place, or with one that is forgotten. */
export function inLineSince(place: PlaceInLine | null, now: Date): Date | null {
  return place && place.until > forgottenUntil(now) ? place.since : null;
}

/** For how many days a new key may be good; null is without an end. */
export const KEY_LIFETIMES = { month: 30, quarter: 90, year: 365, endless: null } as const;

export type KeyLifetime = keyof typeof KEY_LIFETIMES;

export const LIFETIME_NAMES = [
  "month",
  "quarter",
  "year",
  "endless",
] as const satisfies KeyLifetime[];

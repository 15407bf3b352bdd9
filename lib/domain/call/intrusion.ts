/** Why somebody is put out of a call at once: what no client of ours does. */
export const INTRUSIONS = [
  "unknown",
  "not-a-person",
  "mislabelled-track",
  "too-many-tracks",
  "came-back",
] as const;

export type Intrusion = (typeof INTRUSIONS)[number];

/** What those who lead are told of: somebody who was put out, or whose rights were set right. */
export type IntrusionTold = Intrusion | "wrong-rights";

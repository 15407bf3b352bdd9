/** What a seat may do, from most to least trusted. The names are ACS's and stay. */
export const ROLES = ["presenter", "collaborator", "attendee", "consumer"] as const;

export type Role = (typeof ROLES)[number];

/** What a seat is called on screen. */
export const CAPACITIES = [
  "clinician",
  "patient",
  "helper",
  "interpreter",
  "host",
  "speaker",
  "audience",
] as const;

export type Capacity = (typeof CAPACITIES)[number];

/** The role a capacity starts with; a presenter may change it for one seat. */
export const DEFAULT_ROLE = {
  clinician: "presenter",
  patient: "attendee",
  helper: "attendee",
  interpreter: "collaborator",
  host: "presenter",
  speaker: "collaborator",
  audience: "consumer",
} as const satisfies Record<Capacity, Role>;

/**
 * What a program may be allowed in its organization. `rooms` covers rosters, decisions, calls and
 * presence; a record and the links that let people in are asked for by name.
 */
export const SCOPES = [
  "rooms:read",
  "rooms:write",
  "links:write",
  "record:read",
  "people:read",
  "people:write",
  "webhooks:read",
  "webhooks:write",
] as const;

export type Scope = (typeof SCOPES)[number];

import type { FailureCode } from "@/lib/domain/errors";
import { failures } from "./failures";

/** What each failure means to a program: it has neither a form nor a page to reload. */
export const programFailures = {
  ...failures,
  "invalid-input": "Something in the request isn't right. `errors` names it.",
  "not-found": "There is nothing at this address. The reference lists those there are.",
  "room-not-found": "The key's organization has no such room.",
  "seat-not-found": "The room has no such seat.",
  "link-not-found": "The seat has no such link, or it was revoked already.",
  "person-not-found": "The key's organization doesn't know that person.",
  "call-not-found": "The room has no such call.",
  "webhook-not-found": "The key's organization has no such webhook.",
  "changed-meanwhile": "Another change came first. Read what is there now and decide again.",
  "too-many-requests": "That was too often. Retry-After says when to come back.",
  "database-unreachable": "We can't reach our records right now. Try again after Retry-After.",
} as const satisfies Record<FailureCode, string>;

/**
 * Every failure that ends a request: its HTTP status. The words for people stand in
 * `lib/words` under the same code.
 */
export const FAILURES = {
  "invalid-input": { status: 422 },
  "not-signed-in": { status: 401 },
  "foreign-origin": { status: 403 },
  "not-allowed": { status: 403 },
  "scope-missing": { status: 403 },
  "key-missing": { status: 401 },
  "key-refused": { status: 401 },
  "key-in-address": { status: 400 },
  "user-token-refused": { status: 401 },
  "user-not-for-calls": { status: 403 },
  "not-found": { status: 404 },
  "room-not-found": { status: 404 },
  "seat-not-found": { status: 404 },
  "link-not-found": { status: 404 },
  "person-not-found": { status: 404 },
  "call-not-found": { status: 404 },
  "webhook-not-found": { status: 404 },
  "webhook-is-off": { status: 409 },
  "too-many-webhooks": { status: 409 },
  "too-many-resources": { status: 409 },
  "not-in-call": { status: 409 },
  "already-on-roster": { status: 409 },
  "changed-meanwhile": { status: 409 },
  "room-is-over": { status: 409 },
  "call-is-open": { status: 409 },
  "last-presenter": { status: 409 },
  "next-room-too-close": { status: 409 },
  "asked-already": { status: 409 },
  "body-unreadable": { status: 400 },
  "idempotency-key-unreadable": { status: 400 },
  "method-not-allowed": { status: 405 },
  "version-outdated": { status: 412 },
  "body-too-large": { status: 413 },
  "media-type-unknown": { status: 415 },
  "idempotency-key-reused": { status: 422 },
  "version-missing": { status: 428 },
  "too-many-requests": { status: 429 },
  "call-unreachable": { status: 503 },
  "database-unreachable": { status: 503 },
  unexpected: { status: 500 },
} as const satisfies Record<string, { status: number }>;

export type FailureCode = keyof typeof FAILURES;

/** Facts for the log: ids and steps, never names, addresses or anything about health. */
export type FailureDetail = Record<string, string | number | boolean>;

/** A failure that somebody meets. `cause` keeps the foreign error. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: FailureCode,
    readonly detail: FailureDetail = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  get status(): number {
    return FAILURES[this.code].status;
  }
}

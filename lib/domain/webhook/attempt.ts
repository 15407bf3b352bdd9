/**
 * Why a try got no answer that counts. `secret-lost`: no signing secret opens any more, so nothing
 * was sent. `address-refused`: the name leads to an address that webhooks
 * never go to. `redirected`: redirects are not followed. `bad-status`: any other status but 2xx.
 */
export const ATTEMPT_ERRORS = [
  "secret-lost",
  "not-https",
  "address-refused",
  "name-not-found",
  "no-connection",
  "certificate",
  "timeout",
  "redirected",
  "bad-status",
  "no-http",
] as const;

export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

/** What came of one try. */
export type Attempt = {
  /** The answer's HTTP status; null when none came. */
  status: number | null;
  /** Null when the answer was 2xx. */
  error: AttemptError | null;
  /** How long it took, in milliseconds. */
  ms: number;
};

/** One message, ready to be signed and sent. */
export type Dispatch = {
  url: string;
  /** `webhook-id`: the same at every try and every replay, so a receiver can leave out doubles. */
  messageId: string;
  body: string;
  /** `webhook-timestamp`: when this try began. */
  at: Date;
  /** The signing secrets that are valid now, newest first: `whsec_…`. */
  secrets: readonly string[];
};

/** Signs and sends. It never throws: what goes wrong is part of the answer. */
export type WebhookSender = { send(dispatch: Dispatch): Promise<Attempt> };

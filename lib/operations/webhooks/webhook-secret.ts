import "server-only";
import { randomBytes } from "node:crypto";

const SECRET_BYTES = 32;

/** A new signing secret in the form that Standard Webhooks gives: `whsec_` and base64. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

import "server-only";
import type { AttemptError } from "@/lib/domain/webhook/attempt";
import { AddressRefused } from "./public-address";

/** Said of a try that got no answer in time. */
export class OutOfTime extends Error {
  override readonly name = "OutOfTime";
}

/** The first that fits the error's code says what was wrong. */
const BY_CODE: readonly [RegExp, AttemptError][] = [
  [/^(ENOTFOUND|EAI_)/, "name-not-found"],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/,
    "certificate",
  ],
  [/^EPROTO$/, "certificate"],
  [/^HPE_/, "no-http"],
  [/^ETIMEDOUT$/, "timeout"],
];

// request-filtering-agent's errors have no code.
const REFUSED_BY_AGENT = /is not allowed\. Because/;

/** Why a try failed, by the error that ended it. */
export function attemptErrorOf(error: Error): AttemptError {
  if (error instanceof OutOfTime) return "timeout";
  if (error instanceof AddressRefused || REFUSED_BY_AGENT.test(error.message)) {
    return "address-refused";
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? "no-connection";
}

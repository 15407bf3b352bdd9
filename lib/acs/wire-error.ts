import "server-only";
import type { FieldProblem } from "@/lib/domain/acs/field-problem";

type Detail = FieldProblem & { code: string };

/** An answer that is an error, in the shape of ACS. */
export class WireError extends Error {
  override readonly name = "WireError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: { target?: string; details?: Detail[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
  }
}

const MALFORMED = "The request could not be understood by the server due to malformed syntax.";

/** Fields of a rooms request are wrong, each for its own reason. */
export function badArguments(problems: readonly FieldProblem[]): WireError {
  const details = problems.map((problem) => ({ code: "BadArgument", ...problem }));
  return new WireError(400, "BadRequest", MALFORMED, { details });
}

/** A rooms request is wrong for one reason that has a sentence of its own. */
export function badRequest(message: string): WireError {
  return new WireError(400, "BadRequest", message);
}

/** A field of an identity request is wrong. */
export function invalidField({ target, message }: FieldProblem): WireError {
  return new WireError(400, "ValidationError", message, { target });
}

export function notFound(): WireError {
  return new WireError(404, "NotFound", "The server cannot find the requested resource.");
}

/** Something that we need is away for a while. */
export function unavailable(seconds: number): WireError {
  const message = "The server is temporarily unable to handle the request.";
  const headers = { "Retry-After": String(seconds) };
  return new WireError(503, "ServiceUnavailable", message, { headers });
}

/** Too many refused proofs came from where this comes from. */
export function tooMany(seconds: number): WireError {
  const message = "Too many requests were denied. Try again later.";
  return new WireError(429, "TooManyRequests", message, {
    headers: { "Retry-After": String(seconds), Connection: "close" },
  });
}

/** Who asks could not prove it. `reason` is for the log; nobody who guesses learns it. */
export class Denied extends WireError {
  constructor(
    readonly reason: string,
    message = "Denied by the resource provider.",
  ) {
    super(401, "Denied", message, { headers: { "WWW-Authenticate": "HMAC-SHA256, Bearer" } });
  }
}

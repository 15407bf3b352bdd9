import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isOwnOrigin } from "@/lib/domain/own-origin";
import { env } from "@/lib/env";

/**
 * Whether a state-changing request was made by one of our own pages.
 *
 * `Sec-Fetch-Site` decides when the browser sends it: no page can forge it, and it stays right where
 * `Referrer-Policy: no-referrer` turns the Origin of a form into "null". Without it the Origin has
 * to be ours. A request with neither is refused: it carries cookies nobody vouches for.
 */
export function isFromOurPages(headers: Headers, publicUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && isOwnOrigin(origin, headers.get("host"), publicUrl);
}

/**
 * Refuses a state change that another site, or no site, asked for.
 *
 * @throws AppError "foreign-origin".
 */
export function requireOwnOrigin(headers: Headers): void {
  if (!isFromOurPages(headers, env().PUBLIC_URL)) throw new AppError("foreign-origin");
}

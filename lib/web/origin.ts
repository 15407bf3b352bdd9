import "server-only";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

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
  return origin !== null && isOurOrigin(origin, headers.get("host"), publicUrl);
}

/**
 * Refuses a state change that another site, or no site, asked for.
 *
 * @throws AppError "foreign-origin".
 */
export function requireOwnOrigin(headers: Headers): void {
  if (!isFromOurPages(headers, env().PUBLIC_URL)) throw new AppError("foreign-origin");
}

/** Ours is the public address; on a machine of one's own, any loopback name of this server too. */
export function isOurOrigin(origin: string, host: string | null, publicUrl: string): boolean {
  const ours = new URL(publicUrl);
  if (origin === ours.origin) return true;
  if (!LOOPBACK.has(ours.hostname) || !URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  return LOOPBACK.has(theirs.hostname) && theirs.protocol === ours.protocol && theirs.host === host;
}

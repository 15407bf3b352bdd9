import "server-only";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a page of ours asks, or a program, which sends no origin and has no cookies to abuse. On
 * a machine of one's own, each loopback name of this server is ours.
 */
export function isOwnOrigin(origin: string | null, host: string | null, publicUrl: string) {
  const ours = new URL(publicUrl);
  if (origin === null || origin === ours.origin) return true;
  if (!LOOPBACK.has(ours.hostname) || !URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  return LOOPBACK.has(theirs.hostname) && theirs.protocol === ours.protocol && theirs.host === host;
}

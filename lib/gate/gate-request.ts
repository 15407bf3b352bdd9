import "server-only";
import { isOwnOrigin } from "@/lib/domain/own-origin";

/** What the gate looks at, whether the request came to it or a proxy asks on its behalf. */
export type GateRequest = {
  method: string;
  /** Path and query exactly as they were sent. */
  target: string;
  origin: string | null;
  host: string | null;
  authorization: string | null;
  /** For limits only. */
  address: string;
};

/** Whether a page of ours asks, or a program, which sends no origin and has no cookies to abuse. */
export function isOwnRequest({ origin, host }: GateRequest, publicUrl: string): boolean {
  return origin === null || isOwnOrigin(origin, host, publicUrl);
}

/** LiveKit's signalling paths that browsers need. `/whip`, `/twirp`, `/agent` stay shut. */
const CONNECT_PATHS = new Set(["/rtc", "/rtc/v1"]);
const VALIDATE_PATHS = new Set(["/rtc/validate", "/rtc/v1/validate"]);

// The first offer travels in the query.
const MAX_TARGET_LENGTH = 48 * 1024;

// What proxies, LiveKit and we could read differently is left out: spaces, `#`, `;`, `\`, non-ASCII.
const PLAIN_TARGET = /^\/(?!\/)[!"$-:<-[\]-~]*$/;

export function pathOf(target: string): string {
  return target.split("?", 1)[0] ?? "";
}

/** Whether a request is the gate's to answer, well-formed or not. */
export function isGateTarget(target: string): boolean {
  const path = pathOf(target);
  return path === "/rtc" || path.startsWith("/rtc/");
}

export function isConnectPath(path: string): boolean {
  return CONNECT_PATHS.has(path);
}

/** The query of one of our four paths; null when the target is anything else. */
export function readTarget(target: string): { path: string; query: URLSearchParams } | null {
  if (target.length > MAX_TARGET_LENGTH || !PLAIN_TARGET.test(target)) return null;
  const path = pathOf(target);
  if (!CONNECT_PATHS.has(path) && !VALIDATE_PATHS.has(path)) return null;
  return { path, query: new URLSearchParams(target.slice(path.length + 1)) };
}

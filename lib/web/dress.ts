import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { DEVICE_COOKIE, isDeviceId, newDeviceId } from "./device-cookie";
import { readCookie, withCookie } from "./request-cookies";
import { securityHeaders } from "./security-headers";

export type Dressed = {
  /** The request as everything behind this sees it: with an id of its own and a device. */
  asked: Headers;
  /** What its answer carries whatever it is. */
  headers: Record<string, string>;
  /** Allows this answer's scripts. */
  nonce: string;
  /** A device id that the browser has to be given; null for one that has its own, and for programs. */
  newDeviceId: string | null;
};

/** Asked by programs, which keep no cookies and are known by what they prove themselves with. */
const FOR_PROGRAMS = /^\/api\/(v1|calling|livekit)(\/|$)/;

/**
 * What comes with each request and each answer of ours, whoever answers it. It never decides who
 * may see what: that is up to the operations.
 */
export function dress(pathname: string, asked: Headers): Dressed {
  const { PUBLIC_URL, OIDC_ISSUER, NODE_ENV } = env();
  const nonce = randomBytes(16).toString("base64");
  const needsNone = FOR_PROGRAMS.test(pathname) || isDeviceId(readCookie(asked, DEVICE_COOKIE));
  const deviceId = needsNone ? null : newDeviceId();
  const own = deviceId === null ? new Headers(asked) : withCookie(asked, DEVICE_COOKIE, deviceId);
  own.set("x-request-id", randomUUID());
  own.set("x-nonce", nonce);
  const headers = securityHeaders({
    pathname,
    nonce,
    publicUrl: PUBLIC_URL,
    oidcIssuer: OIDC_ISSUER,
    isDevelopment: NODE_ENV === "development",
  });
  return { asked: own, headers, nonce, newDeviceId: deviceId };
}

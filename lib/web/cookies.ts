import "server-only";
import { isSecure } from "@/lib/auth/session-cookie";

/** Holds, for a few minutes, where a sign-in link was asked to go, so that slips are seen. */
export const REQUESTED_ADDRESS_COOKIE = "sign-in-address";

/** What all our cookies have in common: out of reach for scripts, and not sent by foreign forms. */
export function cookieBasis() {
  return { httpOnly: true, sameSite: "lax", secure: isSecure() } as const;
}

export function requestedAddressCookie(address: string) {
  const place = { path: "/sign-in", maxAge: 10 * 60 };
  return { name: REQUESTED_ADDRESS_COOKIE, value: address, ...cookieBasis(), ...place };
}

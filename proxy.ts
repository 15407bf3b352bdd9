import { randomBytes, randomUUID } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";
import { DEVICE_COOKIE, deviceCookie, isDeviceId, newDeviceId } from "@/lib/web/device-cookie";
import { PAGE_PATH_HEADER } from "@/lib/web/page-path";
import { securityHeaders } from "@/lib/web/security-headers";

/** Everything but the build's own files, which carry no person's data and never change. */
export const config = { matcher: ["/((?!_next/static/).*)"] };

/**
 * Gives every answer its headers and every browser its device id. It never decides who may see
 * what: that is up to the operations, which are asked however a request comes in.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const origin = request.headers.get("origin");
  // Next reads this header before our own check does, and fails on what is no address.
  if (origin && origin !== "null" && !URL.canParse(origin))
    return new NextResponse(null, { status: 400 });

  const { PUBLIC_URL, OIDC_ISSUER, NODE_ENV } = env();
  const nonce = randomBytes(16).toString("base64");
  const headers = securityHeaders({
    pathname,
    nonce,
    publicUrl: PUBLIC_URL,
    oidcIssuer: OIDC_ISSUER,
    isDevelopment: NODE_ENV === "development",
  });

  const known = request.cookies.get(DEVICE_COOKIE)?.value;
  const deviceId = isDeviceId(known) ? known : newDeviceId();
  if (deviceId !== known) request.cookies.set(DEVICE_COOKIE, deviceId);

  const asked = new Headers(request.headers);
  asked.set("x-request-id", randomUUID());
  asked.set("x-nonce", nonce);
  asked.set(PAGE_PATH_HEADER, pathname + search);
  // Next takes the nonce for its own scripts from here.
  asked.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");

  const answer = NextResponse.next({ request: { headers: asked } });
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  if (deviceId !== known) answer.cookies.set(deviceCookie(deviceId));
  return answer;
}

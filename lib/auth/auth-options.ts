import "server-only";
import { randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { adapter } from "./adapter";
import { maySignIn } from "./may-sign-in";
import { oidcProviders } from "./oidc-provider";
import { isSecure, LONGEST_SECONDS, sessionCookieName } from "./session-cookie";

/** The cookie whose value next-auth compares with a form's token. */
export const CSRF_COOKIE = "sign-in-token";

/** How next-auth is set up: e-mail link and OpenID Connect, sessions in the database. */
export function authOptions(): AuthOptions {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    adapter: adapter(),
    secret: env().AUTH_SECRET,
    useSecureCookies: secure,
    session: {
      strategy: "database",
      maxAge: LONGEST_SECONDS,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      csrfToken: { name: CSRF_COOKIE, options },
    },
    providers: [emailLink(), ...oidcProviders()],
    callbacks: { signIn: maySignIn },
    logger: {
      // Its metadata holds profiles and addresses of people; the code says enough.
      error: (code) => log.warn({ code }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "sign-in warning"),
      debug: () => undefined,
    },
  };
}

/** Redeems links; `mail-sign-in-link.ts` makes and sends them, so next-auth never does. */
function emailLink(): EmailConfig {
  return {
    id: "email",
    type: "email",
    name: "Email",
    server: "",
    from: "",
    maxAge: 0,
    sendVerificationRequest: () => Promise.reject(new Error("Sign-in links are sent elsewhere.")),
    options: {},
  };
}

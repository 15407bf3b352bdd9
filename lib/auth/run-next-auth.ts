import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { env } from "@/lib/env";
import { authOptions, CSRF_COOKIE } from "./auth-options";
import { sessionCookieName } from "./session-cookie";
import { readablePath } from "./sign-in-problem";

/** One step of a sign-in, in next-auth's terms. */
export type AuthStep = {
  action: "signin" | "callback";
  providerId: string;
  query?: Record<string, string>;
  callbackUrl?: string;
  cookies: Record<string, string>;
};

/** Where the browser goes next, and the `Set-Cookie` lines it takes along. */
export type AuthAnswer = { location: string; cookies: string[] };

/**
 * Runs one step through next-auth. Nothing else of it can be reached from outside.
 *
 * The session that the browser has is kept from it: every sign-in makes a new one, and no account
 * of a provider is ever attached to whoever happens to be signed in. Its cross-site token is made
 * here, because our own origin check stands in front.
 */
export async function runNextAuth(step: AuthStep): Promise<AuthAnswer> {
  const options = authOptions();
  process.env.NEXTAUTH_URL = env().PUBLIC_URL;
  const { [sessionCookieName()]: _, ...cookies } = step.cookies;
  const token = randomBytes(32).toString("hex");
  const sealed = createHash("sha256").update(`${token}${options.secret}`).digest("hex");
  const method = step.action === "signin" ? "POST" : "GET";
  const request = {
    method,
    headers: {},
    cookies: { ...cookies, [CSRF_COOKIE]: `${token}|${sealed}` },
    query: { ...step.query, nextauth: [step.action, step.providerId] },
    body: method === "POST" ? { csrfToken: token, callbackUrl: step.callbackUrl } : undefined,
  };
  const answer = recordAnswer();
  // next-auth reads and calls only what these two have.
  await NextAuth(
    request as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
    options,
  );
  const location = readablePath(
    answer.headerText("location") ?? "/api/auth/error",
    env().PUBLIC_URL,
  );
  return { location, cookies: answer.cookieLines() };
}

/** The part of a response that next-auth writes. */
function recordAnswer() {
  const headers = new Map<string, string | string[]>();
  const answer = {
    status: () => answer,
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value);
      return answer;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    send: () => undefined,
    json: () => undefined,
    end: () => undefined,
    headerText: (name: string) => [headers.get(name) ?? []].flat()[0],
    cookieLines: () => [headers.get("set-cookie") ?? []].flat(),
  };
  return answer;
}

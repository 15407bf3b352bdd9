import "server-only";
import type { AuthAnswer } from "@/lib/auth/run-next-auth";

type Jar = { getAll(): { name: string; value: string }[] };

/** The cookies of a request, by name. */
export function valuesOf(jar: Jar): Record<string, string> {
  return Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
}

/** Sends the browser where a step of signing in leads. */
export function answerSignIn({ location, cookies }: AuthAnswer): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

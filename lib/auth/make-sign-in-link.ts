import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { createSignInToken } from "@/lib/data/sign-in-tokens";
import { env } from "@/lib/env";

type Wish = {
  /** A plain address, as `parseEmailAddress` gives it. */
  address: string;
  /** How long the link can be used, once. */
  validMinutes: number;
  now: Date;
  /** The page to open afterwards, as a path of ours. */
  next?: string;
};

/** A link that signs its owner in, once. Whoever holds it is that person, so it goes only to them. */
export async function makeSignInLink({ address, validMinutes, now, next }: Wish): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expires = new Date(now.getTime() + validMinutes * 60_000);
  await createSignInToken(address, hashSignInToken(token), expires);
  const url = new URL("/sign-in/link", env().PUBLIC_URL);
  url.searchParams.set("token", token);
  if (next) url.searchParams.set("next", next);
  return url.href;
}

/** What stands in the database instead of a link's token; next-auth computes it the same way. */
export function hashSignInToken(token: string): string {
  return createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
}

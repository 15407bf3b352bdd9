import "server-only";
import type { Env } from "@/lib/env";

type Secrets = Pick<Env, "AUTH_SECRET" | "LIVEKIT_API_KEY" | "LIVEKIT_API_SECRET">;

/** What stands in examples, and what people type when they mean to come back to it. */
const WELL_KNOWN = /secret|change|example|password|default|devkey|test|1234|qwer/i;

const FEWEST_DIFFERENT_CHARACTERS = 8;

/** What is wrong with the secrets, each in one sentence; empty when they are good. */
export function weakSecrets(env: Secrets): string[] {
  const weak = (["AUTH_SECRET", "LIVEKIT_API_SECRET"] as const).filter((name) => isWeak(env[name]));
  return [
    ...weak.map((name) => `${name} can be guessed. Make one with: openssl rand -base64 48`),
    ...(env.LIVEKIT_API_KEY === "devkey"
      ? ["LIVEKIT_API_KEY is the one that everybody knows. Choose another."]
      : []),
    ...(env.AUTH_SECRET === env.LIVEKIT_API_SECRET
      ? [
          "AUTH_SECRET and LIVEKIT_API_SECRET are the same. The media server must not know AUTH_SECRET.",
        ]
      : []),
  ];
}

function isWeak(secret: string): boolean {
  // A random secret may hold one of the words by chance, but only when it is long.
  const rest = secret.replace(new RegExp(WELL_KNOWN, "gi"), "");
  return new Set(rest).size < FEWEST_DIFFERENT_CHARACTERS;
}

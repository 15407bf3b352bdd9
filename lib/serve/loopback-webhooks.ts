import "server-only";
import { isOwnMachine } from "@/lib/domain/own-machine";
import type { Env } from "@/lib/env";

/**
 * What is wrong with letting webhooks reach this server itself, in one sentence: whoever is reached
 * from outside must not. Null where it is not allowed, or where only this machine is served.
 */
export function loopbackWebhookProblem({
  WEBHOOK_LOOPBACK,
  PUBLIC_URL,
}: Pick<Env, "WEBHOOK_LOOPBACK" | "PUBLIC_URL">): string | null {
  if (WEBHOOK_LOOPBACK === "refused" || isOwnMachine(new URL(PUBLIC_URL).hostname)) return null;
  return "WEBHOOK_LOOPBACK lets webhooks reach this server itself, which is for trying things out. Leave it out.";
}

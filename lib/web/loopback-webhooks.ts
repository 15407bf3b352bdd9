import "server-only";
import { env } from "@/lib/env";

/** Whether webhooks may go to this machine itself, there without TLS too. */
export function mayWebhooksStayHere(): boolean {
  return env().WEBHOOK_LOOPBACK === "allowed";
}

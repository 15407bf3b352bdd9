import "server-only";
import type { WebhookSender } from "@/lib/domain/webhook/attempt";
import type { SystemActor } from "@/lib/operations/context";

/** What an operation that sends webhooks may use. */
export type WebhookContext = {
  actor: SystemActor;
  now: Date;
  webhooks: WebhookSender;
  /** A number from 0 up to, and not including, 1: spreads what would happen at once. */
  random: () => number;
};

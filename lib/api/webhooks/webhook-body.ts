import "server-only";
import { z } from "zod";
import { toldId, toldInstant } from "@/lib/api/fields";
import type { Endpoint as Webhook } from "@/lib/data/webhook-endpoints";
import { OFF_REASONS } from "@/lib/domain/webhook/after-attempt";

/** A webhook as the API tells of it, never with its secret. */
export const webhookBody = z
  .strictObject({
    id: toldId,
    url: z.url(),
    events: z.array(z.string()).meta({
      description: "Types of the events it is told of; none is every event.",
      example: ["room.created", "CallEnded"],
    }),
    isOn: z.boolean(),
    offSince: toldInstant.nullable(),
    offReason: z.enum(OFF_REASONS).nullable().meta({
      description:
        "`by-hand`: somebody turned it off. `gone`: it answered 410. `failing`: nothing got through for five days.",
    }),
    failingSince: toldInstant.nullable().meta({ description: "Since its last success." }),
    oldSecretUntil: toldInstant
      .nullable()
      .meta({ description: "Until when the secret before its own signs too." }),
    createdAt: toldInstant,
    version: z.int().meta({ description: "Rises with each change; the ETag carries it." }),
  })
  .meta({ id: "Webhook" });

const secret = z.string().meta({
  description: "Signs what is sent, by the Standard Webhooks rules. Told this once.",
  example: "whsec_…",
});

export const newWebhookBody = webhookBody.extend({ secret }).meta({ id: "NewWebhook" });

export const webhookSecretBody = z
  .strictObject({ secret, oldSecretUntil: toldInstant })
  .meta({ id: "WebhookSecret" });

/** A webhook in the shape of `webhookBody`. */
export function presentWebhook(webhook: Webhook): z.input<typeof webhookBody> {
  const { id, url, events, off, version } = webhook;
  return {
    ...{ id, url, events, isOn: off === null },
    offSince: off?.since.toISOString() ?? null,
    offReason: off?.reason ?? null,
    failingSince: webhook.failingSince?.toISOString() ?? null,
    oldSecretUntil: webhook.oldSecretUntil?.toISOString() ?? null,
    createdAt: webhook.createdAt.toISOString(),
    version,
  };
}

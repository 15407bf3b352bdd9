import "server-only";
import { z } from "zod";
import { toldId, toldInstant } from "@/lib/api/fields";
import type { LoggedAttempt, LoggedDelivery } from "@/lib/data/webhook-log";
import { ATTEMPT_ERRORS } from "@/lib/domain/webhook/attempt";
import { DELIVERY_STATES } from "@/lib/domain/webhook/delivery-state";

const status = z.int().nullable().meta({ description: "Of the answer; null when none came." });
const error = z.enum(ATTEMPT_ERRORS).nullable().meta({ description: "Null when it got through." });

/** A delivery as the API tells of it. */
export const deliveryBody = z
  .strictObject({
    id: toldId,
    messageId: z.string().meta({
      description: "The `webhook-id` of the message, the same at every try.",
      example: "msg_019a4c7e-5f10-7c3a-9d21-8b6f0e4a7c55",
    }),
    type: z.string().meta({ example: "room.created" }),
    roomId: toldId.nullable(),
    position: z
      .int()
      .nullable()
      .meta({ description: "The line of the room's record it tells of." }),
    occurredAt: toldInstant,
    createdAt: toldInstant,
    state: z.enum(DELIVERY_STATES),
    nextTryAt: toldInstant.nullable().meta({ description: "Null when none will be." }),
    tries: z.int(),
    lastStatus: status,
    lastError: error,
  })
  .meta({ id: "WebhookDelivery" });

export const deliveryDetailBody = deliveryBody
  .extend({
    payload: z.string().meta({ description: "The body, as it is signed and sent." }),
    attempts: z
      .array(z.strictObject({ at: toldInstant, status, error, ms: z.int() }))
      .meta({ description: "Newest first, the last hundred." }),
  })
  .meta({ id: "WebhookDeliveryDetail" });

/** A delivery in the shape of `deliveryBody`. */
export function presentDelivery(delivery: LoggedDelivery): z.input<typeof deliveryBody> {
  const { id, type, roomId, position, state, tries, lastStatus, lastError } = delivery;
  return {
    ...{ id, messageId: `msg_${delivery.messageId}`, type, roomId, position },
    occurredAt: delivery.occurredAt.toISOString(),
    createdAt: delivery.createdAt.toISOString(),
    nextTryAt: delivery.dueAt?.toISOString() ?? null,
    ...{ state, tries, lastStatus, lastError },
  };
}

/** One with what is sent and each try, in the shape of `deliveryDetailBody`. */
export function presentDeliveryDetail(
  delivery: LoggedDelivery & { payload: string; attempts: LoggedAttempt[] },
): z.input<typeof deliveryDetailBody> {
  const attempts = delivery.attempts.map(({ at, ...attempt }) => ({
    at: at.toISOString(),
    ...attempt,
  }));
  return { ...presentDelivery(delivery), payload: delivery.payload, attempts };
}

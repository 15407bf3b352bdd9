import "server-only";
import { randomUUID } from "node:crypto";
import { inTransaction } from "@/lib/data/client";
import { insertMessages, type NewMessage } from "@/lib/data/webhook-outbox";
import { pingPayload } from "@/lib/domain/webhook/event-payload";
import { PING } from "@/lib/domain/webhook/event-type";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpointThatIsOn } from "./require-endpoint";

/**
 * Sends an endpoint a test event, which goes the way of all others.
 *
 * @throws AppError "not-allowed", "scope-missing", "webhook-not-found" or "webhook-is-off".
 */
export async function pingEndpoint(ctx: Context<PlannerActor>, endpointId: string): Promise<void> {
  await requireEndpointThatIsOn(ctx, endpointId);
  const payload = pingPayload(endpointId, ctx.now);
  const message: NewMessage = {
    id: randomUUID(),
    type: PING,
    roomId: null,
    position: null,
    occurredAt: ctx.now,
    payload,
  };
  await inTransaction((tx) =>
    insertMessages(tx, ctx.actor.organizationId, [message], [endpointId]),
  );
}

"use server";

import {
  deliveryInput,
  editEndpointForm,
  endpointInput,
  newEndpointForm,
  REPLAY_HOURS,
  replayForm,
  turnEndpointInput,
} from "@/lib/domain/webhook/endpoint-input";
import { createEndpoint } from "@/lib/operations/webhooks/create-endpoint";
import { editEndpoint } from "@/lib/operations/webhooks/edit-endpoint";
import { pingEndpoint } from "@/lib/operations/webhooks/ping-endpoint";
import { removeEndpoint } from "@/lib/operations/webhooks/remove-endpoint";
import { replayDelivery } from "@/lib/operations/webhooks/replay-delivery";
import { MOST_REPLAYED, replayFailed } from "@/lib/operations/webhooks/replay-failed";
import { rotateSecret } from "@/lib/operations/webhooks/rotate-secret";
import { turnEndpoint } from "@/lib/operations/webhooks/turn-endpoint";
import { action } from "@/lib/web/action";
import { redirectTelling } from "@/lib/web/redirect-telling";

const HOUR_MS = 60 * 60 * 1000;

export const createEndpointAction = action(newEndpointForm, async (ctx, input) => {
  const { endpoint, secret } = await createEndpoint(ctx, input);
  return { told: { endpointId: endpoint.id, secret } };
});

export const editEndpointAction = action(
  editEndpointForm,
  async (ctx, { endpointId, ...input }) => {
    await editEndpoint(ctx, endpointId, input);
    backTo(endpointId, "edited");
  },
);

export const turnEndpointAction = action(turnEndpointInput, async (ctx, { endpointId, to }) => {
  await turnEndpoint(ctx, endpointId, to);
  backTo(endpointId, to);
});

export const rotateSecretAction = action(endpointInput, async (ctx, { endpointId }) => {
  const { secret } = await rotateSecret(ctx, endpointId);
  return { told: { secret } };
});

export const pingEndpointAction = action(endpointInput, async (ctx, { endpointId }) => {
  await pingEndpoint(ctx, endpointId);
  backTo(endpointId, "pinged");
});

export const removeEndpointAction = action(endpointInput, async (ctx, { endpointId }) => {
  await removeEndpoint(ctx, endpointId);
  redirectTelling("/settings/webhooks", { told: "deleted" });
});

export const replayDeliveryAction = action(deliveryInput, async (ctx, input) => {
  const { endpointId, deliveryId } = input;
  await replayDelivery(ctx, endpointId, deliveryId);
  redirectTelling(`/settings/webhooks/${endpointId}/deliveries/${deliveryId}`, {
    told: "replayed",
  });
});

export const replayFailedAction = action(replayForm, async (ctx, { endpointId, span }) => {
  const since = new Date(ctx.now.getTime() - REPLAY_HOURS[span] * HOUR_MS);
  const count = await replayFailed(ctx, endpointId, since);
  const more = count === MOST_REPLAYED && { more: "yes" };
  const done = { told: "replayed-many", count: String(count), ...more };
  redirectTelling(`/settings/webhooks/${endpointId}`, done);
});

function backTo(endpointId: string, told: string): never {
  redirectTelling(`/settings/webhooks/${endpointId}`, { told });
}

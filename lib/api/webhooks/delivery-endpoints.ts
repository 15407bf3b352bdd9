import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import {
  afterId,
  deliveryAddress,
  instant,
  pageLimit,
  pageOf,
  webhookAddress,
} from "@/lib/api/fields";
import type { Problem } from "@/lib/domain/problem";
import { DELIVERY_STATES } from "@/lib/domain/webhook/delivery-state";
import { MESSAGE_TYPES } from "@/lib/domain/webhook/event-type";
import { getDelivery } from "@/lib/operations/webhooks/get-delivery";
import { listDeliveries } from "@/lib/operations/webhooks/list-deliveries";
import { replayDelivery } from "@/lib/operations/webhooks/replay-delivery";
import { MOST_REPLAYED, replayFailed } from "@/lib/operations/webhooks/replay-failed";
import {
  deliveryBody,
  deliveryDetailBody,
  presentDelivery,
  presentDeliveryDetail,
} from "./delivery-body";

const area = "Webhooks" as const;
const notOffered: Problem = "not-offered";

const list = endpoint({
  id: "listDeliveries",
  method: "GET",
  path: "/webhooks/{webhookId}/deliveries",
  area,
  summary: "List what was sent to a webhook",
  description: "Newest first, of the last 30 days.",
  scopes: ["webhooks:read"],
  params: webhookAddress,
  query: z.strictObject({
    state: z.enum(DELIVERY_STATES, notOffered).optional(),
    type: z.enum(MESSAGE_TYPES, notOffered).optional(),
    after: afterId,
    limit: pageLimit,
  }),
  answer: { status: 200, about: "A page of deliveries.", schema: pageOf(deliveryBody) },
  sample: { query: { state: "pending" } },
  work: async (ctx, { params, query: { state = null, type = null, after, limit } }) => {
    const asked = { state, type, after, limit };
    const { deliveries, next } = await listDeliveries(ctx, params.webhookId, asked);
    return { body: { items: deliveries.map(presentDelivery) }, next };
  },
});

const get = endpoint({
  id: "getDelivery",
  method: "GET",
  path: "/webhooks/{webhookId}/deliveries/{deliveryId}",
  area,
  summary: "Get a delivery with its tries",
  scopes: ["webhooks:read"],
  params: deliveryAddress,
  answer: { status: 200, about: "The delivery.", schema: deliveryDetailBody },
  sample: {},
  work: async (ctx, { params: { webhookId, deliveryId } }) => {
    const { delivery } = await getDelivery(ctx, webhookId, deliveryId);
    return { body: presentDeliveryDetail(delivery) };
  },
});

const replay = endpoint({
  id: "replayDelivery",
  method: "POST",
  path: "/webhooks/{webhookId}/deliveries/{deliveryId}/replay",
  area,
  summary: "Send a message again",
  description: "At once and under the same `webhook-id`, whatever came of it before.",
  scopes: ["webhooks:write"],
  params: deliveryAddress,
  refusals: ["webhook-is-off"],
  answer: { status: 202, about: "It is on its way." },
  sample: {},
  work: async (ctx, { params: { webhookId, deliveryId } }) => {
    await replayDelivery(ctx, webhookId, deliveryId);
    return { body: undefined };
  },
});

const replayAll = endpoint({
  id: "replayFailedDeliveries",
  method: "POST",
  path: "/webhooks/{webhookId}/replay",
  area,
  summary: "Send again what was given up",
  description: `Oldest first, at most ${MOST_REPLAYED} with one request.`,
  scopes: ["webhooks:write"],
  params: webhookAddress,
  body: z.strictObject({
    since: instant.meta({ description: "Messages made at this instant or later." }),
  }),
  refusals: ["webhook-is-off"],
  answer: {
    status: 202,
    about: "They are on their way.",
    schema: z
      .strictObject({
        count: z.int(),
        hasMore: z.boolean().meta({ description: "Whether there may be more: ask again." }),
      })
      .meta({ id: "ReplayedDeliveries" }),
  },
  sample: { body: { since: "2026-03-14T00:00:00Z" } },
  work: async (ctx, { params, body }) => {
    const count = await replayFailed(ctx, params.webhookId, body.since);
    return { body: { count, hasMore: count === MOST_REPLAYED } };
  },
});

export const deliveryEndpoints = [list, get, replay, replayAll];

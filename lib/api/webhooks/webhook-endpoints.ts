import "server-only";
import { z } from "zod";
import { endpoint, type ApiContext } from "@/lib/api/endpoint";
import { webhookAddress } from "@/lib/api/fields";
import { editWebhookRequest, newWebhookRequest } from "@/lib/domain/webhook/endpoint-input";
import { createEndpoint } from "@/lib/operations/webhooks/create-endpoint";
import { editEndpoint } from "@/lib/operations/webhooks/edit-endpoint";
import { getEndpoint } from "@/lib/operations/webhooks/get-endpoint";
import { listEndpoints } from "@/lib/operations/webhooks/list-endpoints";
import { pingEndpoint } from "@/lib/operations/webhooks/ping-endpoint";
import { removeEndpoint } from "@/lib/operations/webhooks/remove-endpoint";
import { rotateSecret } from "@/lib/operations/webhooks/rotate-secret";
import { newWebhookBody, presentWebhook, webhookBody, webhookSecretBody } from "./webhook-body";

const area = "Webhooks" as const;

async function tell(ctx: ApiContext, webhookId: string) {
  const webhook = await getEndpoint(ctx, webhookId);
  return { body: presentWebhook(webhook), version: webhook.version };
}

const list = endpoint({
  id: "listWebhooks",
  method: "GET",
  path: "/webhooks",
  area,
  summary: "List webhooks",
  description: "All of them, oldest first.",
  scopes: ["webhooks:read"],
  answer: {
    status: 200,
    about: "The webhooks.",
    schema: z.strictObject({ items: z.array(webhookBody) }),
  },
  sample: {},
  work: async (ctx) => ({ body: { items: (await listEndpoints(ctx)).map(presentWebhook) } }),
});

const create = endpoint({
  id: "createWebhook",
  method: "POST",
  path: "/webhooks",
  area,
  summary: "Add a webhook",
  description:
    "It is told of what happens from now on. Its secret is told this once, so a repeated request makes another.",
  scopes: ["webhooks:write", "webhooks:read"],
  body: newWebhookRequest,
  keepsAnswer: false,
  refusals: ["too-many-webhooks"],
  answer: { status: 201, about: "The webhook with its secret.", schema: newWebhookBody },
  sample: {
    body: { url: "https://hooks.example.org/rostrum", events: ["room.created", "CallEnded"] },
  },
  work: async (ctx, { body }) => {
    const { endpoint: webhook, secret } = await createEndpoint(ctx, body);
    const { version } = webhook;
    const location = `/webhooks/${webhook.id}`;
    return { body: { ...presentWebhook(webhook), secret }, version, location };
  },
});

const get = endpoint({
  id: "getWebhook",
  method: "GET",
  path: "/webhooks/{webhookId}",
  area,
  summary: "Get a webhook",
  scopes: ["webhooks:read"],
  params: webhookAddress,
  answer: { status: 200, about: "The webhook.", schema: webhookBody },
  sample: {},
  work: (ctx, { params }) => tell(ctx, params.webhookId),
});

const edit = endpoint({
  id: "editWebhook",
  method: "PATCH",
  path: "/webhooks/{webhookId}",
  area,
  summary: "Change a webhook, or turn it on or off",
  description:
    "What is left out stays. While it is off nothing is kept for it; turned on, its failures are forgotten.",
  scopes: ["webhooks:write", "webhooks:read"],
  params: webhookAddress,
  body: editWebhookRequest,
  needsVersion: true,
  answer: { status: 200, about: "The webhook as it is now.", schema: webhookBody },
  sample: { body: { events: [], isOn: true } },
  work: async (ctx, { params: { webhookId }, body, requireSeen }) => {
    const webhook = await getEndpoint(ctx, webhookId);
    const version = requireSeen(webhook.version);
    const { url = webhook.url, events = webhook.events, isOn } = body;
    await editEndpoint(ctx, webhookId, { url, events, isOn }, version);
    return tell(ctx, webhookId);
  },
});

const remove = endpoint({
  id: "deleteWebhook",
  method: "DELETE",
  path: "/webhooks/{webhookId}",
  area,
  summary: "Delete a webhook",
  description: "With its log. What still waits is never sent.",
  scopes: ["webhooks:write"],
  params: webhookAddress,
  answer: { status: 204, about: "It is gone." },
  sample: {},
  work: async (ctx, { params }) => {
    await removeEndpoint(ctx, params.webhookId);
    return { body: undefined };
  },
});

const rotate = endpoint({
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/webhooks/{webhookId}/secret",
  area,
  summary: "Replace a webhook's secret",
  description: "For 24 hours each message is signed with the old one too.",
  scopes: ["webhooks:write"],
  params: webhookAddress,
  keepsAnswer: false,
  answer: { status: 200, about: "The new secret, told this once.", schema: webhookSecretBody },
  sample: {},
  work: async (ctx, { params }) => {
    const { secret, oldSecretUntil } = await rotateSecret(ctx, params.webhookId);
    return { body: { secret, oldSecretUntil: oldSecretUntil.toISOString() } };
  },
});

const ping = endpoint({
  id: "pingWebhook",
  method: "POST",
  path: "/webhooks/{webhookId}/ping",
  area,
  summary: "Send a test",
  description: "An event of the type `ping`, which goes the way of all others.",
  scopes: ["webhooks:write"],
  params: webhookAddress,
  refusals: ["webhook-is-off"],
  answer: { status: 202, about: "It is on its way." },
  sample: {},
  work: async (ctx, { params }) => {
    await pingEndpoint(ctx, params.webhookId);
    return { body: undefined };
  },
});

export const webhookEndpoints = [list, create, get, edit, remove, rotate, ping];

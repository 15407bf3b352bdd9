import "server-only";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { z } from "zod";
import { EVENT_BODIES, eventName } from "@/lib/api/webhooks/event-body";
import { words } from "@/lib/words/words";

/** The header fields of every message, by the Standard Webhooks rules. */
const header = z.object({
  "webhook-id": z.string().meta({
    description: "The same at every try, so that nothing is done twice.",
    example: "msg_019a4c7e-5f10-7c3a-9d21-8b6f0e4a7c55",
  }),
  "webhook-timestamp": z.string().meta({
    description: "Seconds since 1970 of this try. Refuse old ones.",
    example: "1899986400",
  }),
  "webhook-signature": z.string().meta({
    description: "Of id, timestamp and body; several with a space between while secrets change.",
    example: "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
  }),
});

/** What is sent to webhooks: one request for each type of message. */
export function describeWebhooks(): ZodOpenApiPathsObject {
  const say = words("developers");
  const told = [...EVENT_BODIES].map(([type, schema]) => {
    const post = {
      operationId: `on${eventName(type)}`,
      tags: ["Webhooks"],
      summary: words("webhooks")(type),
      security: [],
      requestParams: { header },
      requestBody: { required: true, content: { "application/json": { schema } } },
      responses: {
        "2XX": { description: say("webhook-taken") },
        "410": { description: say("webhook-gone") },
      },
    };
    return [type, { post }] as const;
  });
  return Object.fromEntries(told);
}

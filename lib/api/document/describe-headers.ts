import "server-only";
import { z } from "zod";
import type { Endpoint } from "@/lib/api/endpoint";

const ifMatch = z.string().meta({
  description: "The ETag of what you read, so that nobody's change gets lost; `*` for any.",
  example: '"1"',
});

const idempotencyKey = z.string().max(255).optional().meta({
  description:
    "Any text of your own. Sent again within a day with the same request, it gets the same answer and nothing is done twice.",
  example: "visit-2030-03-14-reyes",
});

/** The header fields that an endpoint takes besides those of every request. */
export function requestHeadersOf({ method, needsVersion, keepsAnswer }: Endpoint): z.ZodObject {
  return z.object({
    ...(needsVersion && { "If-Match": ifMatch }),
    ...(method === "POST" && keepsAnswer !== false && { "Idempotency-Key": idempotencyKey }),
  });
}

/** The header fields of an endpoint's answer. */
export function headersOf({ answer, method, keepsAnswer }: Endpoint): z.ZodObject {
  const isPage = answer.schema instanceof z.ZodObject && "items" in answer.schema.shape;
  const isRoom = answer.schema instanceof z.ZodObject && "version" in answer.schema.shape;
  return z.object({
    "X-Request-Id": z.string(),
    "RateLimit-Policy": z.string().meta({ example: '"key";q=1200;w=60' }),
    RateLimit: z.string().meta({ example: '"key";r=1199;t=60' }),
    ...(isRoom && { ETag: z.string().meta({ example: '"1"' }) }),
    ...(answer.status === 201 && { Location: z.url().optional() }),
    ...(isPage && {
      Link: z.string().optional().meta({ description: 'The next page, as `<…>; rel="next"`.' }),
    }),
    ...(method === "POST" &&
      keepsAnswer !== false && {
        "Idempotency-Replayed": z.literal("true").optional().meta({
          description: "Stands on an answer that was kept.",
        }),
      }),
  });
}

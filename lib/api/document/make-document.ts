import "server-only";
import { createDocument, type ZodOpenApiOperationObject, type oas31 } from "zod-openapi";
import { z } from "zod";
import { API_PATH } from "@/lib/api/api-path";
import { AREAS, type Endpoint } from "@/lib/api/endpoint";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { problemBody } from "@/lib/api/problem/problem-body";
import { publicAddress } from "@/lib/web/public-address";
import { words } from "@/lib/words/words";
import { headersOf, requestHeadersOf } from "./describe-headers";
import { describeWebhooks } from "./describe-webhooks";
import { refusalsOf } from "./refusals";

/** The API as an OpenAPI 3.1 document, made from what checks its requests and shapes its answers. */
export function makeDocument(): oas31.OpenAPIObject {
  const say = words("developers");
  return createDocument({
    openapi: "3.1.0",
    info: { title: say("title"), version: "1", description: say("lead") },
    servers: [{ url: publicAddress(API_PATH) }],
    tags: AREAS.filter((area) => ENDPOINTS.some((one) => one.area === area)).map((name) => ({
      name,
      description: say(`area-${name}`),
    })),
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: say("auth-scheme") },
      },
    },
    paths: pathsOf(ENDPOINTS),
    webhooks: describeWebhooks(),
  });
}

function pathsOf(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const one of endpoints) {
    paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: operationOf(one) };
  }
  return paths;
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { id, area, summary, description, scopes, schemas, answer } = endpoint;
  const { params, query, body } = schemas;
  return {
    operationId: id,
    tags: [area],
    summary,
    ...(description && { description }),
    security: [{ apiKey: [...scopes] }],
    requestParams: {
      path: params,
      ...(query instanceof z.ZodObject && { query }),
      header: requestHeadersOf(endpoint),
    },
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    responses: {
      [`${answer.status}` as `${1 | 2 | 3 | 4 | 5}${string}`]: {
        description: answer.about,
        headers: headersOf(endpoint),
        ...(answer.schema && { content: { "application/json": { schema: answer.schema } } }),
      },
      ...failuresOf(endpoint),
    },
  };
}

function failuresOf(endpoint: Endpoint) {
  return Object.fromEntries(
    [...refusalsOf(endpoint)].map(([status, codes]) => [
      String(status),
      {
        description: codes
          .map((code) => `\`${code}\`: ${words("programFailures")(code)}`)
          .join("\n\n"),
        content: { "application/problem+json": { schema: problemBody } },
      },
    ]),
  );
}

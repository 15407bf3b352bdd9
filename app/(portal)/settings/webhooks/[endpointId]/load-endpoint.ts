import "server-only";
import { cache } from "react";
import { getEndpoint } from "@/lib/operations/webhooks/get-endpoint";
import { loadPage } from "@/lib/web/load-page";

/** The endpoint and the instant it was read at, once for each request. */
export const loadEndpoint = cache((endpointId: string) =>
  loadPage(async (ctx) => ({ endpoint: await getEndpoint(ctx, endpointId), now: ctx.now })),
);

import "server-only";
import type { IncomingMessage } from "node:http";
import { countedPart, lastForwarded } from "@/lib/domain/forwarded-address";
import { env } from "@/lib/env";
import { Networks, PRIVATE_NETWORKS } from "@/lib/networks";

let trusted: Networks | undefined;

/**
 * Where a request came from, for limits only: the other end of its connection, and where one of
 * TRUSTED_PROXIES stands there, what that proxy says it saw. Nobody else is believed, so whoever
 * writes `X-Forwarded-For` is neither counted elsewhere nor in somebody else's place. Of an IPv6
 * address only the network counts, all of which may be one machine's.
 */
export function clientAddressOf({
  headers,
  socket: { remoteAddress = "" },
}: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } }): string {
  trusted ??= new Networks(env().TRUSTED_PROXIES ?? PRIVATE_NETWORKS);
  const seen = trusted.has(remoteAddress) ? lastForwarded(headers["x-forwarded-for"]) : null;
  return countedPart(seen ?? remoteAddress) || "unknown";
}

/** Has everybody behind the door find that address, and no other, in `X-Forwarded-For`. */
export function settleClientAddress(request: IncomingMessage): void {
  request.headers["x-forwarded-for"] = clientAddressOf(request);
}

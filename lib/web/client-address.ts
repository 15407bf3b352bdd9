import "server-only";
import { headers } from "next/headers";

/**
 * The network address a request came from, for limits only. A proxy appends the address it saw, so
 * the last one counts: what stands before it can be made up by anybody.
 */
export function clientAddressOf(asked: Headers): string {
  return asked.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/** The same for the request being answered. */
export async function clientAddress(): Promise<string> {
  return clientAddressOf(await headers());
}

import "server-only";
import { headers } from "next/headers";
import { lastForwarded } from "@/lib/domain/forwarded-address";

/** The network address a request came from, for limits only; `lib/client-address.ts` settled it at the door. */
export function clientAddressOf(asked: Headers): string {
  return lastForwarded(asked.get("x-forwarded-for")) ?? "unknown";
}

/** The same for the request being answered. */
export async function clientAddress(): Promise<string> {
  return clientAddressOf(await headers());
}

import "server-only";
import { env } from "@/lib/env";

/** The whole address of one of our paths, as people get it. */
export function publicAddress(path: string): string {
  return `${env().PUBLIC_URL}${path}`;
}

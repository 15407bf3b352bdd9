import "server-only";
import { createHash } from "node:crypto";

/** What tells an access key from others without saying anything of it. */
export function keyPrint(key: Uint8Array): string {
  return createHash("sha256").update("key print").update(key).digest("hex").slice(0, 16);
}

import "server-only";
import { acsPublicUrl } from "./public-address";

/** What programs are given in place of that of their ACS resource. */
export function connectionString(key: Buffer): string {
  return `endpoint=${acsPublicUrl()}/;accesskey=${key.toString("base64")}`;
}

import "server-only";
import { randomBytes } from "node:crypto";

const TOKEN_BYTES = 16;

/** A new personal link's secret: 128 random bits as base64url. */
export function makeLinkToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Where a personal link leads, below the product's address. */
export function linkPath(token: string): string {
  return `/join/${token}`;
}

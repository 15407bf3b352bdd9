import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const TAG_BYTES = 12;

/**
 * A place in a list as text that clients send back. It holds only letters, digits, `-` and `_`: what
 * must be escaped in an address is signed in different forms by different clients. Nobody can make
 * one up, and one made for a list opens no other.
 */
export function writePageToken(list: string, place: unknown): string {
  const text = Buffer.from(JSON.stringify(place));
  return Buffer.concat([tagOf(list, text), text]).toString("base64url");
}

/** The place that a token of this list holds; null for any other text. */
export function readPageToken(list: string, token: string): unknown {
  const bytes = Buffer.from(token, "base64url");
  const [tag, text] = [bytes.subarray(0, TAG_BYTES), bytes.subarray(TAG_BYTES)];
  const expected = tagOf(list, text);
  if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) return null;
  return JSON.parse(text.toString());
}

let key: Uint8Array | undefined;

function tagOf(list: string, text: Buffer): Buffer {
  key ??= new Uint8Array(hkdfSync("sha256", env().AUTH_SECRET, "", "rostrum page tokens", 32));
  return createHmac("sha256", key).update(`${list}\n`).update(text).digest().subarray(0, TAG_BYTES);
}

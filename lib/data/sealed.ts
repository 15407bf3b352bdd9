import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

let key: Buffer | undefined;

/**
 * A secret as it may stand in the database: AES-256-GCM under a key derived from AUTH_SECRET.
 *
 * `place` names the column and the row it is for, such as `acs_resources.primary_key/<id>`; sealed
 * for one place it opens at no other.
 */
export function seal(secret: Uint8Array, place: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(Buffer.from(place));
  const hidden = Buffer.concat([cipher.update(secret), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), hidden]));
}

/**
 * The secret that was sealed for that place.
 *
 * @throws Error when it was changed, sealed for another place, or under another AUTH_SECRET.
 */
export function unseal(sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION || bytes.length < HEAD_BYTES) throw new Error("This is not sealed.");
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(), nonce, {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]);
}

/** The same; null instead of the error, for what may not stop at one secret that is lost. */
export function findUnsealed(sealed: Uint8Array, place: string): Buffer | null {
  try {
    return unseal(sealed, place);
  } catch {
    return null;
  }
}

function sealingKey(): Buffer {
  key ??= Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "rostrum sealed secrets", 32));
  return key;
}

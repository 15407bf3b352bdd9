import "server-only";
import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "rk_";
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 40;
const CHECK_LENGTH = 6;
const FORM = new RegExp(`^${PREFIX}([0-9A-Za-z]{${RANDOM_LENGTH}})([0-9A-Za-z]{${CHECK_LENGTH}})$`);

/** How much of a key is shown to tell it from others. */
export const SHOWN_LENGTH = PREFIX.length + 6;

/**
 * A new API key: `rk_`, 40 random letters and digits (238 bits), and a checksum by which scanners
 * for leaked secrets recognize it and we refuse typing errors without asking the database.
 */
export function makeKeySecret(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]);
  return PREFIX + random.join("") + checksumOf(random.join(""));
}

/** Whether `text` has the form of an API key. Says nothing about whether anybody was given it. */
export function isKeySecret(text: string): boolean {
  const [, random, checksum] = FORM.exec(text) ?? [];
  return random !== undefined && checksum === checksumOf(random);
}

/**
 * What stands in place of a key. Keys are looked up by it, so how long that takes tells nothing
 * about how much of a guess is right.
 */
export function hashKeySecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}

/** CRC-32 in base 62. */
function checksumOf(text: string): string {
  let left = crc32(text);
  let written = "";
  while (written.length < CHECK_LENGTH) {
    written = (SIGNS[left % SIGNS.length] ?? "") + written;
    left = Math.floor(left / SIGNS.length);
  }
  return written;
}

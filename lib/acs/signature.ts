import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { headerOf, type AcsRequest } from "./acs-request";
import { Denied } from "./wire-error";

/** How far the client's clock may be off, either way and this included; ACS's own is not known. */
export const MAX_SKEW_MS = 15 * 60_000;

const HEADER = /^HMAC-SHA256 SignedHeaders=([\w;-]+)&Signature=([A-Za-z0-9+/]+={0,2})$/;

/** Older clients sign `date`. */
const DATES = ["x-ms-date", "date"];

/**
 * Finds the one of `keys` that signed the request.
 *
 * The clients of each language write host, path and query in a form of their own before they sign
 * them, so the signature is compared with each of those forms. Every key is tried for a form before
 * the next, and compared in constant time.
 *
 * `publicHosts` are names under which programs reach us that a proxy may have replaced.
 *
 * @throws Denied when the body is not the one whose hash was sent, the date is too far off, or no key
 *   fits.
 */
export function findSigningKey<Key extends { secret: Buffer }>(
  request: AcsRequest,
  keys: readonly Key[],
  publicHosts: readonly string[],
  now: Date,
): Key {
  const signed = readSigned(request);
  requireFresh(signed.date, now);
  for (const text of textsToSign(request, signed, publicHosts)) {
    let found: Key | undefined;
    for (const key of keys) {
      const expected = createHmac("sha256", key.secret).update(text).digest();
      if (isEqual(expected, signed.signature)) found = key;
    }
    if (found) return found;
  }
  throw new Denied("wrong-signature");
}

type Signed = { names: string[]; date: string; contentHash: string; signature: Buffer };

function readSigned(request: AcsRequest): Signed {
  const [, names = "", signature = ""] =
    HEADER.exec(headerOf(request, "authorization") ?? "") ?? [];
  const contentHash = headerOf(request, "x-ms-content-sha256");
  const list = names.toLowerCase().split(";");
  const dateName = DATES.find((name) => list.includes(name));
  const isWhole =
    list.length === 3 && list.includes("host") && list.includes("x-ms-content-sha256");
  const date = dateName && headerOf(request, dateName);
  if (!isWhole || !date || contentHash === undefined) throw new Denied("not-signed");
  if (createHash("sha256").update(request.body).digest("base64") !== contentHash) {
    throw new Denied(
      "wrong-content",
      "Request 'x-ms-content-sha256' differs from generated content hash.",
    );
  }
  return { names: list, date, contentHash, signature: Buffer.from(signature, "base64") };
}

function requireFresh(date: string, now: Date): void {
  const skew = Math.abs(Date.parse(date) - now.getTime());
  // An unreadable date makes NaN, which is not within anything.
  if (!(skew <= MAX_SKEW_MS)) throw new Denied("wrong-time");
}

/** What the client may have signed, the likeliest first. */
function* textsToSign(
  { method, target, headers }: AcsRequest,
  { names, date, contentHash }: Signed,
  publicHosts: readonly string[],
): Generator<string> {
  for (const host of hostForms(headers.host ?? "", publicHosts)) {
    for (const path of targetForms(target)) {
      const values = names.map((name) =>
        name === "host" ? host : DATES.includes(name) ? date : contentHash,
      );
      yield `${method}\n${path}\n${values.join(";")}`;
    }
  }
}

/** As received; without the port, as Java signs it; and as the program's connection string has it. */
function hostForms(received: string, publicHosts: readonly string[]): Set<string> {
  const withoutPort = received.replace(/:\d+$/, "");
  return new Set([received, withoutPort, ...publicHosts]);
}

/** As received; decoded, as Python's rooms client signs it; with the query written anew, as JavaScript does. */
function targetForms(target: string): Set<string> {
  const [path = "", ...rest] = target.split("?");
  const query = new URLSearchParams(rest.join("?")).toString();
  const forms = new Set([target, query ? `${path}?${query}` : path]);
  try {
    forms.add(decodeURIComponent(target));
    // Python's asynchronous clients send a colon as it is although they signed it encoded.
    forms.add(target.replace(/%3A/gi, ":"));
    forms.add(target.replace(/:/g, "%3A"));
    forms.add(target.replace(/:/g, "%3A").replace(/%3A(issue|revoke)/, ":$1"));
  } catch {
    // It holds a lone percent sign, so nobody can have signed it decoded.
  }
  return forms;
}

function isEqual(expected: Buffer, given: Buffer): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}

import "server-only";
import type { IncomingMessage } from "node:http";
import { WireError } from "./wire-error";

/** The most that a body may weigh: some ten thousand participants. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Far more than any of our addresses has. Each form in which it may be signed is tried with each key. */
const MAX_TARGET_LENGTH = 2_048;

/** A request of the wire as it came. */
export type AcsRequest = {
  method: string;
  /** Path and query, to the letter. */
  target: string;
  /** Parts of the path, decoded. */
  path: string[];
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Buffer;
};

/**
 * @throws WireError for an address that is too long, a path that cannot be decoded, and a body that is
 *   too large.
 */
export async function readAcsRequest(request: IncomingMessage): Promise<AcsRequest> {
  const target = request.url ?? "/";
  if (target.length > MAX_TARGET_LENGTH) {
    throw new WireError(414, "RequestUriTooLong", "The address of the request is too long.", {
      headers: { Connection: "close" },
    });
  }
  const [rawPath = "", ...query] = target.split("?");
  return {
    method: request.method ?? "GET",
    target,
    path: decodePath(rawPath),
    query: new URLSearchParams(query.join("?")),
    headers: request.headers,
    body: await readBytes(request),
  };
}

/** A header that comes once; undefined when it is missing. */
export function headerOf({ headers }: AcsRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}

/** What the body says; an empty one says nothing. Undefined for anything but an object of JSON. */
export function jsonOf({ body }: AcsRequest): Record<string, unknown> | undefined {
  if (body.length === 0) return {};
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function decodePath(rawPath: string): string[] {
  try {
    return rawPath.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    throw new WireError(400, "BadRequest", "The path of the request cannot be decoded.");
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) {
      const message = `The request body is larger than ${MAX_BODY_BYTES} bytes.`;
      throw new WireError(413, "RequestBodyTooLarge", message, {
        headers: { Connection: "close" },
      });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

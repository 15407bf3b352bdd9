import "server-only";
import { AppError } from "@/lib/domain/errors";
import { readBytes } from "@/lib/web/read-body";

const JSON_TYPE = /^application\/(merge-patch\+)?json(;|$)/i;

export type JsonBody = {
  /** As it was sent, for telling requests apart. */
  bytes: Uint8Array;
  value: unknown;
};

/**
 * The JSON object that a request carries; an empty one when it carries nothing.
 *
 * @throws AppError "body-too-large", "media-type-unknown" for another kind of body, or
 *   "body-unreadable" for what is no JSON object, is not UTF-8, or holds NUL, which no text here may.
 */
export async function readJson(request: Request): Promise<JsonBody> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { bytes, value: {} };
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("media-type-unknown");
  }
  const value = parse(bytes);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject || JSON.stringify(value).includes("\\u0000")) throw new AppError("body-unreadable");
  return { bytes, value };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("body-unreadable", {}, { cause });
  }
}

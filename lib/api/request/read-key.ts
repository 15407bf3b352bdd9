import "server-only";
import { AppError } from "@/lib/domain/errors";

const BEARER = /^bearer +([^\s]+)$/i;
const LOOKS_LIKE_KEY = /\brk_[0-9A-Za-z]{20,}/;

/**
 * The API key that a request carries in its Authorization header.
 *
 * @throws AppError "key-missing", or "key-in-address" for a key in the address, where it ends up in
 *   logs, whatever else the request carries.
 */
export function readKey(request: Request): string {
  if (LOOKS_LIKE_KEY.test(decodeLoosely(new URL(request.url).search))) {
    throw new AppError("key-in-address");
  }
  const [, key] = BEARER.exec(request.headers.get("authorization")?.trim() ?? "") ?? [];
  if (!key) throw new AppError("key-missing");
  return key;
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

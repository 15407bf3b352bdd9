import "server-only";
import { AppError } from "@/lib/domain/errors";

const TAGS = /^"[^"]*"(\s*,\s*"[^"]*")*$/;

/** The ETag of a version. */
export function writeVersion(version: number): string {
  return `"${version}"`;
}

/**
 * What an If-Match says about versions: a check that passes the one that is there through. Without
 * the header every version passes.
 *
 * @throws AppError "version-missing" when it is needed and not there; the check throws
 *   "version-outdated" for a version that the header doesn't name. Weak tags never match (RFC 9110).
 */
export function readIfMatch(headers: Headers, isNeeded: boolean): (version: number) => number {
  const header = headers.get("if-match")?.trim();
  if (header === undefined) {
    if (isNeeded) throw new AppError("version-missing");
    return (version) => version;
  }
  const tags = TAGS.test(header) ? header.split(",").map((tag) => tag.trim()) : [];
  return (version) => {
    if (header !== "*" && !tags.includes(writeVersion(version))) {
      throw new AppError("version-outdated");
    }
    return version;
  };
}

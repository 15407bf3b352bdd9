import "server-only";

/**
 * Whether Next threw it to lead the request elsewhere (`redirect`, `notFound` and the like), so that
 * it has to go on to Next. Each of these carries a `digest`. Next's own `unstable_rethrow` asks the
 * same, but can be loaded only inside of Next.
 */
export function isFromNext(error: unknown): boolean {
  return error instanceof Error && "digest" in error && typeof error.digest === "string";
}

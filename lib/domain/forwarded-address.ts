/**
 * The network address that the nearest proxy saw, from `X-Forwarded-For`; null when it says none. A
 * proxy appends what it saw, so the last one counts: what stands before can be made up by anybody.
 */
export function lastForwarded(header: string | readonly string[] | null | undefined) {
  const text = typeof header === "string" ? header : header?.join();
  return text?.split(",").at(-1)?.trim() || null;
}

import "server-only";
import { redirect } from "next/navigation";

/**
 * Leads to a page that tells what was just done. Its address is another one each time, so that the
 * same thing done again is told again. `hash` is empty or begins with "#".
 */
export function redirectTelling(
  path: string,
  done: { told: string } & Record<string, string>,
  hash = "",
): never {
  const query = new URLSearchParams({ ...done, at: Date.now().toString(36) });
  redirect(`${path}?${query}${hash}`);
}

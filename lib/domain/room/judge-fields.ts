import type { z } from "zod";
import type { Problem } from "@/lib/domain/problem";

type Judging = z.core.$RefinementCtx;

/**
 * For a check of several fields: it runs also when others could not be read. Otherwise a form would
 * hear of its mistakes one after another.
 */
export const ALWAYS = { when: () => true };

/** Whether all of these fields could be read; what stands in the others means nothing. */
export function readFieldsOf(ctx: Judging) {
  const unread = new Set(ctx.issues.map(({ path }) => path?.[0]));
  return (...names: string[]) => !names.some((name) => unread.has(name));
}

/** Says what is wrong with a field. */
export function report(ctx: Judging, field: string, message: Problem): void {
  ctx.addIssue({ code: "custom", path: [field], message });
}

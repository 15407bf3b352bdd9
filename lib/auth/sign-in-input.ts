import "server-only";
import { z } from "zod";
import { parseEmailAddress } from "@/lib/domain/roster/email-address";

/** What the sign-in form sends: exactly one plain address, and the page to open afterwards. */
export const signInInput = z.object({
  email: z
    .string("missing")
    .trim()
    .min(1, "missing")
    .transform((text, issues) => {
      const address = parseEmailAddress(text);
      if (address) return address;
      issues.addIssue({ code: "custom", message: "not-an-address" });
      return z.NEVER;
    }),
  next: z.string().max(2000).optional(),
});

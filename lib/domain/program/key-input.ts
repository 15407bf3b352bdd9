import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";
import { filledLineOf } from "@/lib/domain/text";
import { LIFETIME_NAMES } from "./key-lifetime";
import { SCOPES } from "./scope";

const MAX_KEY_NAME_LENGTH = 60;

/** A new key: its name for people, for how long it is good, and a ticked box for each scope. */
export const newKeyInput = z
  .looseObject({
    name: filledLineOf(MAX_KEY_NAME_LENGTH, "key-name-too-long"),
    lifetime: z.enum(LIFETIME_NAMES, "not-offered" satisfies Problem),
  })
  .transform(({ name, lifetime, ...ticked }, ctx) => {
    const scopes = SCOPES.filter((scope) => ticked[scope] === "on");
    if (scopes.length === 0) {
      const message: Problem = "choose-one";
      ctx.addIssue({ code: "custom", path: ["scopes"], message });
    }
    return { name, lifetime, scopes };
  });

export const revokeKeyInput = z.object({ keyId: z.string("not-valid" satisfies Problem) });

export type NewKeyInput = z.output<typeof newKeyInput>;

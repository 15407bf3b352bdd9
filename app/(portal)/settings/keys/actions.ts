"use server";

import { revalidatePath } from "next/cache";
import { newKeyInput, revokeKeyInput } from "@/lib/domain/program/key-input";
import { createKey } from "@/lib/operations/keys/create-key";
import { revokeKey } from "@/lib/operations/keys/revoke-key";
import { action } from "@/lib/web/action";
import { redirectTelling } from "@/lib/web/redirect-telling";

export const createKeyAction = action(newKeyInput, async (ctx, input) => {
  const { secret } = await createKey(ctx, input);
  revalidatePath("/settings/keys");
  return { told: { name: input.name, secret } };
});

export const revokeKeyAction = action(revokeKeyInput, async (ctx, { keyId }) => {
  await revokeKey(ctx, keyId);
  redirectTelling("/settings/keys", { told: "revoked" });
});

"use server";

import {
  deleteResourceInput,
  newResourceInput,
  replaceAccessKeyInput,
  resourceOriginsInput,
} from "@/lib/domain/acs/resource-input";
import { changeAcsOrigins } from "@/lib/operations/acs/change-acs-origins";
import { createAcsResource } from "@/lib/operations/acs/create-acs-resource";
import { deleteAcsResource } from "@/lib/operations/acs/delete-acs-resource";
import { replaceAcsKey } from "@/lib/operations/acs/replace-acs-key";
import { action } from "@/lib/web/action";
import { redirectTelling } from "@/lib/web/redirect-telling";

const PAGE = "/settings/acs";

export const createResourceAction = action(newResourceInput, async (ctx, input) => {
  await createAcsResource(ctx, input);
  redirectTelling(PAGE, { told: "made" });
});

export const replaceKeyAction = action(replaceAccessKeyInput, async (ctx, input) => {
  await replaceAcsKey(ctx, input);
  redirectTelling(PAGE, { told: "replaced" });
});

export const deleteResourceAction = action(deleteResourceInput, async (ctx, input) => {
  await deleteAcsResource(ctx, input);
  redirectTelling(PAGE, { told: "deleted" });
});

export const changeOriginsAction = action(resourceOriginsInput, async (ctx, input) => {
  await changeAcsOrigins(ctx, input);
  redirectTelling(PAGE, { told: "origins" });
});

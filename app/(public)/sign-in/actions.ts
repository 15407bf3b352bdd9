"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { mailSignInLink } from "@/lib/auth/mail-sign-in-link";
import { ownPath } from "@/lib/auth/own-path";
import { signInInput } from "@/lib/auth/sign-in-input";
import { publicAction } from "@/lib/web/action";
import { clientAddress } from "@/lib/web/client-address";
import { requestedAddressCookie } from "@/lib/web/cookies";
import { countTry } from "@/lib/web/rate-limit";

/**
 * Answers the same for every address: who is a member is looked up, and the mail sent, only after
 * the answer has gone out.
 */
export const sendSignInLinkAction = publicAction(signInInput, async ({ email, next }) => {
  await countTry("sign-in-network", await clientAddress());
  await countTry("sign-in-address", email);
  after(() => mailSignInLink({ address: email, next: ownPath(next), now: new Date() }));
  (await cookies()).set(requestedAddressCookie(email));
  redirect("/sign-in/check-mail");
});

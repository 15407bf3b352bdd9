import { cookies } from "next/headers";
import { z } from "zod";
import { oidcProviderName } from "@/lib/auth/oidc-provider";
import { returnFromProvider } from "@/lib/auth/open-provider";
import { AppError } from "@/lib/domain/errors";
import { readRoute } from "@/lib/web/route";
import { answerSignIn, valuesOf } from "@/lib/web/sign-in-answer";

/** Where the provider sends people back. The one GET that changes something: state, nonce and PKCE guard it. */
export const GET = readRoute(z.record(z.string(), z.string()), async (query) => {
  if (!oidcProviderName()) throw new AppError("not-found");
  return answerSignIn(await returnFromProvider(query, valuesOf(await cookies())));
});

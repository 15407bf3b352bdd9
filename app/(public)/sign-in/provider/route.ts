import { cookies } from "next/headers";
import { z } from "zod";
import { oidcProviderName } from "@/lib/auth/oidc-provider";
import { openProvider } from "@/lib/auth/open-provider";
import { AppError } from "@/lib/domain/errors";
import { route } from "@/lib/web/route";
import { answerSignIn, valuesOf } from "@/lib/web/sign-in-answer";

export const POST = route(z.object({ next: z.string().max(2000).optional() }), async ({ next }) => {
  if (!oidcProviderName()) throw new AppError("not-found");
  return answerSignIn(await openProvider(next, valuesOf(await cookies())));
});

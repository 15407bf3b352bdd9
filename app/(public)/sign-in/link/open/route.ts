import { cookies } from "next/headers";
import { z } from "zod";
import { openSignInLink } from "@/lib/auth/open-sign-in-link";
import { route } from "@/lib/web/route";
import { answerSignIn, valuesOf } from "@/lib/web/sign-in-answer";

const input = z.object({ token: z.string().max(200), next: z.string().max(2000).optional() });

export const POST = route(input, async (link) =>
  answerSignIn(await openSignInLink(link, valuesOf(await cookies()))),
);

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { cookieBasis } from "@/lib/web/cookies";
import { requireMember } from "@/lib/web/member-context";
import { route } from "@/lib/web/route";
import { listMemberships } from "@/lib/web/page-session";
import { ORGANIZATION_COOKIE } from "@/lib/web/session";

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

export const POST = route(z.object({ organizationId: z.uuid() }), async ({ organizationId }) => {
  await requireMember();
  const isTheirs = (await listMemberships()).some((each) => each.organizationId === organizationId);
  if (!isTheirs) throw new AppError("not-found");
  const place = { path: "/", maxAge: A_YEAR_SECONDS };
  (await cookies()).set({
    name: ORGANIZATION_COOKIE,
    value: organizationId,
    ...cookieBasis(),
    ...place,
  });
  redirect("/rooms");
});

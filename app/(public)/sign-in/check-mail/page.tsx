import type { Metadata } from "next";
import { cookies } from "next/headers";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button";
import { LINK_MINUTES } from "@/lib/auth/mail-sign-in-link";
import { REQUESTED_ADDRESS_COOKIE } from "@/lib/web/cookies";
import { words } from "@/lib/words/words";

const say = words("auth");

export const metadata: Metadata = { title: say("check-title") };

export default async function CheckMailPage() {
  const address = (await cookies()).get(REQUESTED_ADDRESS_COOKIE)?.value;
  return (
    <PublicFrame owner={words("public")("product")}>
      <h1 className="text-2xl font-bold">{say("check-title")}</h1>
      <p className="mt-4 max-w-measure break-words">
        {address ? say("check-sent", { address }) : say("check-sent-unnamed")}
      </p>
      <p className="mt-2 max-w-measure">{say("check-once", { minutes: LINK_MINUTES })}</p>
      <h2 className="mt-8 text-lg font-bold">{say("check-missing-title")}</h2>
      <p className="mt-2 mb-6 max-w-measure">{say("check-missing")}</p>
      <ButtonLink href="/sign-in">{say("check-again")}</ButtonLink>
    </PublicFrame>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PublicFrame } from "@/components/shell/public-frame";
import { Button } from "@/components/ui/button";
import { findOwnerOfLink } from "@/lib/auth/open-sign-in-link";
import { problemPath } from "@/lib/auth/sign-in-problem";
import { words } from "@/lib/words/words";

const say = words("auth");

export const metadata: Metadata = { title: say("link-title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Opening the link uses nothing up, so mail scanners do no harm: only the button signs in. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { token, next } = await searchParams;
  const address = typeof token === "string" ? await findOwnerOfLink(token, new Date()) : null;
  if (!address) redirect(problemPath("link"));
  return (
    <PublicFrame owner={words("public")("product")}>
      <h1 className="text-2xl font-bold">{say("link-title")}</h1>
      <p className="mt-4 max-w-measure break-words">{say("link-as", { address })}</p>
      <form action="/sign-in/link/open" method="post" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={typeof next === "string" ? next : "/rooms"} />
        <Button type="submit" variant="filled" className="max-w-full break-words">
          {say("link-button", { address })}
        </Button>
      </form>
      <p className="mt-6 max-w-measure text-sm text-quiet">{say("link-not-you")}</p>
    </PublicFrame>
  );
}

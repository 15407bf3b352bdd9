import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { PublicFrame } from "@/components/shell/public-frame";
import { Button } from "@/components/ui/button";
import { oidcProviderName } from "@/lib/auth/oidc-provider";
import { ownPath } from "@/lib/auth/own-path";
import { findMember } from "@/lib/web/member-context";
import { words } from "@/lib/words/words";
import { sendSignInLinkAction } from "./actions";

const say = words("auth");

export const metadata: Metadata = { title: say("sign-in-title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = ownPath(typeof asked === "string" ? asked : null);
  if (await findMember()) redirect(next);
  const provider = oidcProviderName();
  const texts = {
    label: say("email-label"),
    hint: say("email-hint"),
    send: say("send-link"),
    sending: say("sending-link"),
  };
  return (
    <PublicFrame owner={words("public")("product")}>
      <h1 className="text-2xl font-bold">{say("sign-in-title")}</h1>
      <p className="mt-3 mb-8 max-w-measure">{say("sign-in-lead")}</p>
      <SignInForm send={sendSignInLinkAction} next={next} texts={texts} />
      {provider && (
        <form action="/sign-in/provider" method="post" className="mt-5 flex flex-col gap-5">
          <p className="text-center text-sm text-quiet">{say("or")}</p>
          <input type="hidden" name="next" value={next} />
          <Button type="submit">{say("with-provider", { name: provider })}</Button>
        </form>
      )}
      <p className="mt-8 max-w-measure border-t border-line pt-5 text-sm text-quiet">
        {say("guests")}
      </p>
    </PublicFrame>
  );
}

import type { Metadata } from "next";
import { revokeKeyAction } from "@/app/(portal)/settings/keys/actions";
import { ActForm } from "@/components/forms/act-form";
import { ButtonLink } from "@/components/ui/button";
import { getKey } from "@/lib/operations/keys/list-keys";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { sayWhen } from "@/lib/words/times";
import { words } from "@/lib/words/words";

const say = words("keys");

export const metadata: Metadata = { title: say("revoke") };

type Props = { params: Promise<{ keyId: string }> };

export default async function RevokeKeyPage({ params }: Props) {
  const { keyId } = await params;
  const { key, now } = await loadPage(async (ctx) => ({
    key: await getKey(ctx, keyId),
    now: ctx.now,
  }));
  const { name, lastUsedAt } = key;
  const reader = await memberReader();
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{say("revoke-title", { name })}</h2>
      <p className="max-w-measure">{say("revoke-lead")}</p>
      <p>
        {lastUsedAt
          ? say("revoke-last-used", { when: sayWhen(lastUsedAt, reader, now) })
          : say("used-never")}
      </p>
      <ActForm
        action={revokeKeyAction}
        hidden={{ keyId }}
        submit={{ label: say("revoke-submit"), busy: say("busy"), variant: "stop" }}
      />
      <p>
        <ButtonLink href="/settings/keys">{say("revoke-keep")}</ButtonLink>
      </p>
    </div>
  );
}

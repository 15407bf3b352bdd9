import type { Metadata } from "next";
import { revokeKeyAction } from "@/app/(portal)/settings/keys/actions";
import { AskFirst } from "@/components/settings/ask-first";
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
    <AskFirst
      title={say("revoke-title", { name })}
      lead={say("revoke-lead")}
      action={revokeKeyAction}
      hidden={{ keyId }}
      submit={{ label: say("revoke-submit"), busy: say("busy") }}
      keep={{ label: say("revoke-keep"), href: "/settings/keys" }}
    >
      <p>
        {lastUsedAt
          ? say("revoke-last-used", { when: sayWhen(lastUsedAt, reader, now) })
          : say("revoke-never-used")}
      </p>
    </AskFirst>
  );
}

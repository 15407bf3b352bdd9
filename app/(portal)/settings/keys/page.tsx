import type { Metadata } from "next";
import { KeyForm } from "@/components/settings/key-form";
import { KeyList } from "@/components/settings/key-list";
import { EmptyState } from "@/components/ui/empty-state";
import { DoneNotice } from "@/components/ui/done-notice";
import { LONE_LINK } from "@/components/ui/link-look";
import { listKeys } from "@/lib/operations/keys/list-keys";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { messagesOf, words } from "@/lib/words/words";
import { createKeyAction } from "./actions";

const say = words("keys");

export const metadata: Metadata = { title: say("title") };

type Props = { searchParams: Promise<{ told?: string | string[] }> };

export default async function KeysPage({ searchParams }: Props) {
  const { keys, now } = await loadPage(async (ctx) => ({
    keys: await listKeys(ctx),
    now: ctx.now,
  }));
  const { told } = await searchParams;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="keys" className="flex flex-col gap-4">
        <h2 id="keys" className="text-lg font-semibold">
          {say("title")}
        </h2>
        <p className="max-w-measure">{say("lead")}</p>
        <p>
          <a href="/developers" className={LONE_LINK}>
            {say("reference")}
          </a>
        </p>
        {told === "revoked" && <DoneNotice title={say("told-revoked")} />}
        {keys.length === 0 ? (
          <EmptyState title={say("empty")}>{say("empty-why")}</EmptyState>
        ) : (
          <KeyList keys={keys} reader={await memberReader()} now={now} />
        )}
      </section>
      <section aria-labelledby="new-key" className="flex flex-col gap-4">
        <h2 id="new-key" className="text-lg font-semibold">
          {say("new-title")}
        </h2>
        <KeyForm action={createKeyAction} messages={messagesOf("keys")} />
      </section>
    </div>
  );
}

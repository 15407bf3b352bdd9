import type { Metadata } from "next";
import { ActForm } from "@/components/forms/act-form";
import { ResourceCard } from "@/components/settings/resource-card";
import { EmptyState } from "@/components/ui/empty-state";
import { DoneNotice } from "@/components/ui/done-notice";
import { LONE_LINK } from "@/components/ui/link-look";
import { connectionString } from "@/lib/acs/connection-string";
import { listAcsResources } from "@/lib/operations/acs/list-acs-resources";
import { loadPage } from "@/lib/web/load-page";
import { messagesOf, words } from "@/lib/words/words";
import { changeOriginsAction, createResourceAction } from "./actions";

const say = words("acs");

export const metadata: Metadata = { title: say("title") };

const TOLD = ["made", "origins", "replaced", "deleted"] as const;

type Props = { searchParams: Promise<{ told?: string | string[] }> };

export default async function AcsPage({ searchParams }: Props) {
  const resources = await loadPage(listAcsResources);
  const { told } = await searchParams;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="resources" className="flex flex-col gap-4">
        <h2 id="resources" className="text-lg font-semibold">
          {say("title")}
        </h2>
        <p className="max-w-measure">{say("lead")}</p>
        <p className="flex flex-wrap gap-x-6">
          <a href="/samples/calling.html" className={LONE_LINK}>
            {say("sample")}
          </a>
          <a href="/developers" className={LONE_LINK}>
            {say("docs")}
          </a>
        </p>
        {TOLD.map((news) => told === news && <DoneNotice key={news} title={say(`told-${news}`)} />)}
        {resources.length === 0 && <EmptyState title={say("empty")}>{say("empty-why")}</EmptyState>}
        {resources.map(({ id, name, keys, allowedOrigins }) => (
          <ResourceCard
            key={id}
            resource={{
              ...{ id, name, origins: allowedOrigins.join(" ") },
              primary: keys.primary && connectionString(keys.primary),
              secondary: keys.secondary && connectionString(keys.secondary),
            }}
            action={changeOriginsAction}
            messages={messagesOf("acs")}
          />
        ))}
      </section>
      <section aria-labelledby="new-resource" className="flex flex-col gap-4">
        <h2 id="new-resource" className="text-lg font-semibold">
          {say("new-title")}
        </h2>
        <ActForm
          action={createResourceAction}
          hidden={{}}
          submit={{ label: say("submit"), busy: say("busy") }}
          text={{ name: "name", label: say("name"), hint: say("name-hint") }}
        />
      </section>
    </div>
  );
}

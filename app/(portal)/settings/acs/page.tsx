import type { Metadata } from "next";
import { ActForm } from "@/components/forms/act-form";
import { ResourceCard } from "@/components/settings/resource-card";
import { EmptyState } from "@/components/ui/empty-state";
import { connectionString } from "@/lib/acs/connection-string";
import { listAcsResources } from "@/lib/operations/acs/list-acs-resources";
import { loadPage } from "@/lib/web/load-page";
import { messagesOf, words } from "@/lib/words/words";
import { changeOriginsAction, createResourceAction, replaceKeyAction } from "./actions";

const say = words("acs");

export const metadata: Metadata = { title: say("title") };

export default async function AcsPage() {
  const resources = await loadPage(listAcsResources);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="resources" className="flex flex-col gap-4">
        <h2 id="resources" className="text-lg font-semibold">
          {say("title")}
        </h2>
        <p className="max-w-measure">{say("lead")}</p>
        {resources.length === 0 && <EmptyState title={say("empty")}>{say("empty-why")}</EmptyState>}
        {resources.map(({ id, name, keys, allowedOrigins }) => (
          <ResourceCard
            key={id}
            resource={{
              ...{ id, name, origins: allowedOrigins.join(" ") },
              primary: connectionString(keys.primary),
              secondary: connectionString(keys.secondary),
            }}
            actions={{ replaceKey: replaceKeyAction, changeOrigins: changeOriginsAction }}
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

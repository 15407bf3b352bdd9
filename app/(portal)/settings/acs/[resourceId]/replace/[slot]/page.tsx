import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { replaceKeyAction } from "@/app/(portal)/settings/acs/actions";
import { ActForm } from "@/components/forms/act-form";
import { ButtonLink } from "@/components/ui/button";
import { replaceAccessKeyInput } from "@/lib/domain/acs/resource-input";
import { listAcsResources } from "@/lib/operations/acs/list-acs-resources";
import { loadPage } from "@/lib/web/load-page";
import { words } from "@/lib/words/words";

const say = words("acs");

export const metadata: Metadata = { title: say("replace") };

type Props = { params: Promise<{ resourceId: string; slot: string }> };

export default async function ReplaceKeyPage({ params }: Props) {
  const asked = replaceAccessKeyInput.safeParse(await params);
  const resources = await loadPage(listAcsResources);
  const resource = resources.find(({ id }) => id === asked.data?.resourceId);
  if (!asked.success || !resource) notFound();
  const { slot, resourceId } = asked.data;
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold break-words">
        {say(`replace-title-${slot}`, { name: resource.name })}
      </h2>
      <p className="max-w-measure">{say("replace-lead")}</p>
      <ActForm
        action={replaceKeyAction}
        hidden={{ resourceId, slot }}
        submit={{ label: say("replace-submit"), busy: say("busy"), variant: "stop" }}
      />
      <p>
        <ButtonLink href="/settings/acs">{say("replace-keep")}</ButtonLink>
      </p>
    </div>
  );
}

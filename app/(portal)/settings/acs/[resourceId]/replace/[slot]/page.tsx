import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { replaceKeyAction } from "@/app/(portal)/settings/acs/actions";
import { loadResource } from "@/app/(portal)/settings/acs/[resourceId]/load-resource";
import { ActForm } from "@/components/forms/act-form";
import { ButtonLink } from "@/components/ui/button";
import { replaceAccessKeyInput } from "@/lib/domain/acs/resource-input";
import { words } from "@/lib/words/words";

const say = words("acs");

export const metadata: Metadata = { title: say("replace") };

type Props = { params: Promise<{ resourceId: string; slot: string }> };

export default async function ReplaceKeyPage({ params }: Props) {
  const asked = replaceAccessKeyInput.safeParse(await params);
  if (!asked.success) notFound();
  const { slot, resourceId } = asked.data;
  const { name } = await loadResource(resourceId);
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold break-words">
        {say(`replace-title-${slot}`, { name })}
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

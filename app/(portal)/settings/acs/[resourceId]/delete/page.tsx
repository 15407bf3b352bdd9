import type { Metadata } from "next";
import { deleteResourceAction } from "@/app/(portal)/settings/acs/actions";
import { loadResource } from "@/app/(portal)/settings/acs/[resourceId]/load-resource";
import { ActForm } from "@/components/forms/act-form";
import { ButtonLink } from "@/components/ui/button";
import { words } from "@/lib/words/words";

const say = words("acs");

export const metadata: Metadata = { title: say("delete") };

type Props = { params: Promise<{ resourceId: string }> };

export default async function DeleteResourcePage({ params }: Props) {
  const { id: resourceId, name } = await loadResource((await params).resourceId);
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold break-words">{say("delete-title", { name })}</h2>
      <p className="max-w-measure">{say("delete-lead")}</p>
      <ActForm
        action={deleteResourceAction}
        hidden={{ resourceId }}
        submit={{ label: say("delete-submit"), busy: say("busy"), variant: "stop" }}
      />
      <p>
        <ButtonLink href="/settings/acs">{say("delete-keep")}</ButtonLink>
      </p>
    </div>
  );
}

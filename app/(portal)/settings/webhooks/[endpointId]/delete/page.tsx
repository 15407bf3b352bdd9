import type { Metadata } from "next";
import { ActForm } from "@/components/forms/act-form";
import { ButtonLink } from "@/components/ui/button";
import { words } from "@/lib/words/words";
import { removeEndpointAction } from "@/app/(portal)/settings/webhooks/actions";
import { loadEndpoint } from "@/app/(portal)/settings/webhooks/[endpointId]/load-endpoint";

const say = words("webhooks");

export const metadata: Metadata = { title: say("delete") };

type Props = { params: Promise<{ endpointId: string }> };

export default async function DeleteWebhookPage({ params }: Props) {
  const { id: endpointId, url } = (await loadEndpoint((await params).endpointId)).endpoint;
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{say("delete-title")}</h2>
      <p className="max-w-measure break-words">{say("delete-lead", { url })}</p>
      <ActForm
        action={removeEndpointAction}
        hidden={{ endpointId }}
        submit={{ label: say("delete-submit"), busy: say("busy"), variant: "stop" }}
      />
      <p>
        <ButtonLink href={`/settings/webhooks/${endpointId}`}>{say("keep")}</ButtonLink>
      </p>
    </section>
  );
}

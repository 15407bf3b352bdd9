import type { Metadata } from "next";
import { RotateForm } from "@/components/webhooks/rotate-form";
import { ButtonLink } from "@/components/ui/button";
import { messagesOf, words } from "@/lib/words/words";
import { rotateSecretAction } from "@/app/(portal)/settings/webhooks/actions";
import { loadEndpoint } from "@/app/(portal)/settings/webhooks/[endpointId]/load-endpoint";

const say = words("webhooks");

export const metadata: Metadata = { title: say("rotate") };

type Props = { params: Promise<{ endpointId: string }> };

export default async function RotateSecretPage({ params }: Props) {
  const { endpoint } = await loadEndpoint((await params).endpointId);
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{say("rotate-title")}</h2>
      <p className="wrap-anywhere text-quiet">{endpoint.url}</p>
      <p className="max-w-measure">{say("rotate-lead")}</p>
      <RotateForm
        action={rotateSecretAction}
        messages={messagesOf("webhooks")}
        endpointId={endpoint.id}
      />
      <p>
        <ButtonLink href={`/settings/webhooks/${endpoint.id}`}>{say("keep")}</ButtonLink>
      </p>
    </section>
  );
}

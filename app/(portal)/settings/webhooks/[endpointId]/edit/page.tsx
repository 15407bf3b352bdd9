import type { Metadata } from "next";
import { EndpointForm } from "@/components/webhooks/endpoint-form";
import { ButtonLink } from "@/components/ui/button";
import { mayWebhooksStayHere } from "@/lib/web/loopback-webhooks";
import { messagesOf, words } from "@/lib/words/words";
import { editEndpointAction } from "@/app/(portal)/settings/webhooks/actions";
import { loadEndpoint } from "@/app/(portal)/settings/webhooks/[endpointId]/load-endpoint";

const say = words("webhooks");

export const metadata: Metadata = { title: say("edit-title") };

type Props = { params: Promise<{ endpointId: string }> };

export default async function EditWebhookPage({ params }: Props) {
  const { endpointId } = await params;
  const { url, events } = (await loadEndpoint(endpointId)).endpoint;
  const ticked = Object.fromEntries(events.map((event) => [event, "on"]));
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{say("edit-title")}</h2>
      <EndpointForm
        action={editEndpointAction}
        messages={messagesOf("webhooks")}
        hidden={{ endpointId }}
        defaults={{ url, which: events.length === 0 ? "all" : "some", ...ticked }}
        submit={say("submit-edit")}
        takesLoopback={mayWebhooksStayHere()}
      />
      <p>
        <ButtonLink href={`/settings/webhooks/${endpointId}`}>{say("keep")}</ButtonLink>
      </p>
    </section>
  );
}

import type { Metadata } from "next";
import { AskFirst } from "@/components/settings/ask-first";
import { words } from "@/lib/words/words";
import { removeEndpointAction } from "@/app/(portal)/settings/webhooks/actions";
import { loadEndpoint } from "@/app/(portal)/settings/webhooks/[endpointId]/load-endpoint";

const say = words("webhooks");

export const metadata: Metadata = { title: say("delete") };

type Props = { params: Promise<{ endpointId: string }> };

export default async function DeleteWebhookPage({ params }: Props) {
  const { id: endpointId, url } = (await loadEndpoint((await params).endpointId)).endpoint;
  return (
    <AskFirst
      title={say("delete-title")}
      lead={say("delete-lead", { url })}
      action={removeEndpointAction}
      hidden={{ endpointId }}
      submit={{ label: say("delete-submit"), busy: say("busy") }}
      keep={{ label: say("keep"), href: `/settings/webhooks/${endpointId}` }}
    />
  );
}

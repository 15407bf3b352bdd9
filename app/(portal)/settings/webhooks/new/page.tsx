import type { Metadata } from "next";
import { createEndpointAction } from "@/app/(portal)/settings/webhooks/actions";
import { EndpointForm } from "@/components/webhooks/endpoint-form";
import { mayWebhooksStayHere } from "@/lib/web/loopback-webhooks";
import { messagesOf, words } from "@/lib/words/words";

const say = words("webhooks");

export const metadata: Metadata = { title: say("new-title") };

export default function NewWebhookPage() {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{say("new-title")}</h2>
      <EndpointForm
        action={createEndpointAction}
        messages={messagesOf("webhooks")}
        hidden={{}}
        defaults={{ which: "all" }}
        submit={say("submit-new")}
        takesLoopback={mayWebhooksStayHere()}
      />
    </section>
  );
}

import type { Metadata } from "next";
import { SeeAnew } from "@/components/rooms/see-anew";
import { EndpointHead } from "@/components/webhooks/endpoint-head";
import { EndpointTold } from "@/components/webhooks/endpoint-told";
import { OffNotice } from "@/components/webhooks/endpoint-list";
import { memberReader } from "@/lib/web/member-reader";
import { words } from "@/lib/words/words";
import { pingEndpointAction, turnEndpointAction } from "@/app/(portal)/settings/webhooks/actions";
import { loadEndpoint } from "./load-endpoint";
import { EndpointLog } from "./log";

export const metadata: Metadata = { title: words("webhooks")("title") };

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ endpointId: string }>; searchParams: Promise<Query> };

export default async function WebhookPage({ params, searchParams }: Props) {
  const { endpoint, now } = await loadEndpoint((await params).endpointId);
  const query = await searchParams;
  return (
    <div className="flex flex-col gap-8">
      <EndpointTold
        told={query.told}
        count={query.count}
        more={query.more}
        path={`/settings/webhooks/${endpoint.id}`}
      />
      <OffNotice endpoint={endpoint} />
      <EndpointHead
        endpoint={endpoint}
        ping={pingEndpointAction}
        turn={turnEndpointAction}
        reader={await memberReader()}
        now={now}
      />
      <EndpointLog endpoint={endpoint} query={query} now={now} />
      <SeeAnew />
    </div>
  );
}

import type { Metadata } from "next";
import { EndpointList, OffNotice } from "@/components/webhooks/endpoint-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { DoneNotice } from "@/components/ui/done-notice";
import { listEndpoints } from "@/lib/operations/webhooks/list-endpoints";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { words } from "@/lib/words/words";

const say = words("webhooks");

export const metadata: Metadata = { title: say("title") };

type Props = { searchParams: Promise<{ told?: string | string[] }> };

export default async function WebhooksPage({ searchParams }: Props) {
  const { endpoints, now } = await loadPage(async (ctx) => ({
    endpoints: await listEndpoints(ctx),
    now: ctx.now,
  }));
  const { told } = await searchParams;
  const add = (
    <ButtonLink variant="filled" href="/settings/webhooks/new">
      {say("add")}
    </ButtonLink>
  );
  return (
    <section aria-labelledby="webhooks" className="flex flex-col gap-4">
      <h2 id="webhooks" className="text-lg font-semibold">
        {say("title")}
      </h2>
      <p className="max-w-measure">{say("lead")}</p>
      {told === "deleted" && <DoneNotice title={say("told-deleted")} />}
      {endpoints.map((endpoint) => (
        <OffNotice key={endpoint.id} endpoint={endpoint} />
      ))}
      {endpoints.length === 0 ? (
        <EmptyState title={say("empty")} action={add}>
          {say("empty-why")}
        </EmptyState>
      ) : (
        <>
          <EndpointList endpoints={endpoints} reader={await memberReader()} now={now} />
          <p>{add}</p>
        </>
      )}
    </section>
  );
}

import { ActForm } from "@/components/forms/act-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { DeliveryFilter } from "@/components/webhooks/delivery-filter";
import { DeliveryList } from "@/components/webhooks/delivery-list";
import { FollowTries } from "@/components/webhooks/follow-tries";
import { DELIVERY_STATES } from "@/lib/domain/webhook/delivery-state";
import { REPLAY_SPANS } from "@/lib/domain/webhook/endpoint-input";
import { MESSAGE_TYPES } from "@/lib/domain/webhook/event-type";
import { isUnderWay } from "@/lib/domain/webhook/is-under-way";
import { listDeliveries } from "@/lib/operations/webhooks/list-deliveries";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { words } from "@/lib/words/words";
import { replayFailedAction } from "@/app/(portal)/settings/webhooks/actions";

const PAGE_LENGTH = 25;

type Query = Record<string, string | string[] | undefined>;
type Props = { endpoint: { id: string; off: object | null }; query: Query; now: Date };

/** What was sent to an endpoint: filtered, by pages, and to be sent again. */
export async function EndpointLog({ endpoint, query, now }: Props) {
  const say = words("webhooks");
  const { id: endpointId, off } = endpoint;
  const state = DELIVERY_STATES.find((each) => each === query.state) ?? null;
  const type = MESSAGE_TYPES.find((each) => each === query.type) ?? null;
  const after = typeof query.after === "string" ? query.after : null;
  const page = await loadPage((ctx) =>
    listDeliveries(ctx, endpointId, { state, type, after, limit: PAGE_LENGTH }),
  );
  const path = `/settings/webhooks/${endpointId}`;
  const isFiltered = state !== null || type !== null || after !== null;
  const isEmpty = page.deliveries.length === 0;
  const filter = { ...(state && { state }), ...(type && { type }) };
  return (
    <section aria-labelledby="log" className="flex flex-col gap-4">
      <h2 id="log" className="text-lg font-semibold">
        {say("log")}
      </h2>
      {(!isEmpty || isFiltered) && <DeliveryFilter action={path} state={state} type={type} />}
      {isEmpty ? (
        <EmptyState title={say(isFiltered ? "log-none" : "log-empty")}>
          {say(isFiltered ? "log-none-why" : "log-empty-why")}
        </EmptyState>
      ) : (
        <DeliveryList
          endpointId={endpointId}
          deliveries={page.deliveries}
          reader={await memberReader()}
          now={now}
        />
      )}
      {page.deliveries.some((delivery) => isUnderWay(delivery, now)) && <FollowTries />}
      <p className="flex flex-wrap items-center gap-3 text-sm text-quiet">
        {after && (
          <ButtonLink href={`${path}?${new URLSearchParams(filter)}`}>{say("newest")}</ButtonLink>
        )}
        {page.next && (
          <ButtonLink href={`${path}?${new URLSearchParams({ ...filter, after: page.next })}`}>
            {say("older")}
          </ButtonLink>
        )}
        {say("log-kept")}
      </p>
      {!off && !isEmpty && (
        <div className="flex flex-col gap-2 rounded border border-line px-4 py-4">
          <h3 className="font-semibold">{say("replay-title")}</h3>
          <p className="text-sm text-quiet">{say("replay-lead")}</p>
          <ActForm
            action={replayFailedAction}
            hidden={{ endpointId }}
            choice={{
              name: "span",
              label: say("span"),
              value: "day",
              options: REPLAY_SPANS.map((value) => ({ value, label: say(`span-${value}`) })),
            }}
            submit={{ label: say("replay-many"), busy: say("busy") }}
          />
        </div>
      )}
    </section>
  );
}

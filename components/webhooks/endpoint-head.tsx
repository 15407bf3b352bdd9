import Link from "next/link";
import { ActForm } from "@/components/forms/act-form";
import type { FormAction } from "@/components/forms/use-form";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { LONE_LINK } from "@/components/ui/link-look";
import { sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { sayEndpointState, sayEvents, type EndpointView } from "./say-endpoint";

type EndpointHeadProps = {
  endpoint: EndpointView;
  ping: FormAction;
  turn: FormAction;
  reader: Reader;
  now: Date;
};

/** Where an endpoint is, how it is doing, and what can be done with it. */
export function EndpointHead({ endpoint, ping, turn, reader, now }: EndpointHeadProps) {
  const say = words("webhooks");
  const { id, url, events, off, oldSecretUntil } = endpoint;
  const { text, tone } = sayEndpointState(endpoint, reader, now);
  const busy = say("busy");
  const path = `/settings/webhooks/${id}`;
  return (
    <section aria-labelledby="endpoint" className="flex flex-col gap-3">
      <p>
        <Link href="/settings/webhooks" className={LONE_LINK}>
          {say("back")}
        </Link>
      </p>
      <h2 id="endpoint" className="text-lg font-semibold wrap-anywhere">
        {url}
      </h2>
      <p className="flex flex-wrap items-center gap-x-4 text-quiet">
        <Badge tone={tone}>{text}</Badge>
        {sayEvents(events)}
      </p>
      {events.length > 0 && <p className="text-sm text-quiet">{events.join(", ")}</p>}
      {oldSecretUntil && oldSecretUntil > now && (
        <p className="text-sm text-quiet">
          {say("old-secret", { when: sayWhen(oldSecretUntil, reader, now) })}
        </p>
      )}
      <div role="group" aria-label={say("acts")} className="flex flex-wrap items-start gap-3">
        {off ? (
          <ActForm
            action={turn}
            hidden={{ endpointId: id, to: "on" }}
            submit={{ label: say("turn-on"), busy, variant: "filled" }}
          />
        ) : (
          <ActForm
            action={ping}
            hidden={{ endpointId: id }}
            submit={{ label: say("send-test"), busy, variant: "filled" }}
          />
        )}
        <ButtonLink href={`${path}/edit`}>{say("edit")}</ButtonLink>
        <ButtonLink href={`${path}/secret`}>{say("rotate")}</ButtonLink>
        {!off && (
          <ActForm
            action={turn}
            hidden={{ endpointId: id, to: "off" }}
            submit={{ label: say("turn-off"), busy }}
          />
        )}
        <ButtonLink href={`${path}/delete`}>{say("delete")}</ButtonLink>
      </div>
    </section>
  );
}

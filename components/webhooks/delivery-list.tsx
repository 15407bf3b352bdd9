import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { LINK } from "@/components/ui/link-look";
import type { Tone } from "@/components/ui/notice";
import type { AttemptError } from "@/lib/domain/webhook/attempt";
import type { DeliveryState } from "@/lib/domain/webhook/delivery-state";
import type { MessageType } from "@/lib/domain/webhook/event-type";
import { sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

export type DeliveryView = {
  id: string;
  type: MessageType;
  createdAt: Date;
  state: DeliveryState;
  dueAt: Date | null;
  tries: number;
  lastStatus: number | null;
  lastError: AttemptError | null;
};

const TONE = { pending: "soon", delivered: "open", failed: "stop" } as const satisfies Record<
  DeliveryState,
  Tone
>;

/** Whether a message got through, as a badge. */
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  return <Badge tone={TONE[state]}>{words("webhooks")(`state-${state}`)}</Badge>;
}

type DeliveryListProps = {
  endpointId: string;
  deliveries: readonly DeliveryView[];
  reader: Reader;
  now: Date;
};

/** What was sent to an endpoint, newest first. */
export function DeliveryList({ endpointId, deliveries, reader, now }: DeliveryListProps) {
  const say = words("webhooks");
  return (
    <ol className="rounded border border-line bg-surface">
      {deliveries.map((delivery) => (
        <li
          key={delivery.id}
          className="relative flex flex-col gap-1 border-b border-line px-4 py-3 last:border-b-0"
        >
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <Link
              href={`/settings/webhooks/${endpointId}/deliveries/${delivery.id}`}
              className={`font-semibold wrap-anywhere ${LINK} after:absolute after:inset-0 after:rounded`}
            >
              {say(delivery.type)}
            </Link>
            <DeliveryBadge state={delivery.state} />
          </div>
          <p className="text-sm text-quiet">
            <code>{delivery.type}</code> · {sayWhen(delivery.createdAt, reader, now)} ·{" "}
            {sayTries(delivery, reader, now)}
          </p>
          {delivery.lastError && (
            <p className="text-sm text-quiet">{say(`error-${delivery.lastError}`)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** How often it was tried, what was answered last, and when it is tried next. */
function sayTries({ tries, lastStatus, dueAt }: DeliveryView, reader: Reader, now: Date): string {
  const say = words("webhooks");
  return [
    say("tries", { tries }),
    ...(lastStatus === null ? [] : [say("answered", { status: String(lastStatus) })]),
    ...(dueAt && dueAt > now ? [say("next-try", { when: sayWhen(dueAt, reader, now) })] : []),
  ].join(" · ");
}

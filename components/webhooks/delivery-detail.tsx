import Link from "next/link";
import type { ReactNode } from "react";
import { LINK } from "@/components/ui/link-look";
import { sayDayAndTime, sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { AttemptList, type AttemptView } from "./attempt-list";
import { DeliveryBadge, type DeliveryView } from "./delivery-list";

export type DeliveryDetailView = DeliveryView & {
  messageId: string;
  roomId: string | null;
  position: number | null;
  occurredAt: Date;
  payload: string;
  attempts: readonly AttemptView[];
};

type DeliveryDetailProps = { delivery: DeliveryDetailView; reader: Reader; now: Date };

/** One message: what it says, and what came of each try. */
export function DeliveryDetail({ delivery, reader, now }: DeliveryDetailProps) {
  const say = words("webhooks");
  const { type, state, messageId, roomId, position, payload, attempts, dueAt } = delivery;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h2 className="text-lg font-semibold">{say(type)}</h2>
        <p className="flex flex-wrap items-center gap-x-4">
          <DeliveryBadge state={state} />
          <code className="text-sm text-quiet">{type}</code>
        </p>
      </div>
      <dl className="flex flex-col gap-3">
        <Fact term={say("message-id")}>
          <code className="break-all">{`msg_${messageId}`}</code>
        </Fact>
        <Fact term={say("happened")}>{sayDayAndTime(delivery.occurredAt, reader, now)}</Fact>
        {roomId && (
          <Fact term={say("position")}>
            {position}{" "}
            <Link href={`/rooms/${roomId}/record`} className={LINK}>
              {say("see-record")}
            </Link>
          </Fact>
        )}
      </dl>
      <section aria-labelledby="payload" className="flex flex-col gap-2">
        <h3 id="payload" className="font-semibold">
          {say("payload")}
        </h3>
        <pre
          tabIndex={0}
          className="overflow-x-auto rounded border border-line bg-surface p-4 text-sm"
        >
          {JSON.stringify(JSON.parse(payload), null, 2)}
        </pre>
      </section>
      <section aria-labelledby="attempts" className="flex flex-col gap-2">
        <h3 id="attempts" className="font-semibold">
          {say("attempts")}
        </h3>
        {attempts.length > 0 && <AttemptList attempts={attempts} reader={reader} now={now} />}
        {dueAt && (
          <p className="text-quiet">{say("next", { when: sayWhen(dueAt, reader, now) })}</p>
        )}
      </section>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-quiet">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { LINK } from "@/components/ui/link-look";
import { Notice } from "@/components/ui/notice";
import type { Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { sayEndpointState, sayEvents, type EndpointView } from "./say-endpoint";

type EndpointListProps = { endpoints: readonly EndpointView[]; reader: Reader; now: Date };

/** Every endpoint of the organization and how it is doing. */
export function EndpointList({ endpoints, reader, now }: EndpointListProps) {
  return (
    <ul className="rounded border border-line bg-surface">
      {endpoints.map((endpoint) => {
        const { text, tone } = sayEndpointState(endpoint, reader, now);
        return (
          <li
            key={endpoint.id}
            className="relative flex flex-col gap-1 border-b border-line px-4 py-3 last:border-b-0"
          >
            <Link
              href={`/settings/webhooks/${endpoint.id}`}
              className={`font-semibold wrap-anywhere ${LINK} after:absolute after:inset-0 after:rounded`}
            >
              {endpoint.url}
            </Link>
            <p className="flex flex-wrap items-center gap-x-4 text-sm text-quiet">
              <Badge tone={tone}>{text}</Badge>
              {sayEvents(endpoint.events)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Says so when an endpoint was turned off by itself: nobody might have noticed. */
export function OffNotice({ endpoint }: { endpoint: EndpointView }) {
  const say = words("webhooks");
  const { url, off } = endpoint;
  if (!off || off.reason === "by-hand") return null;
  return (
    <Notice tone="stop" title={say("off-notice", { url })} className="break-words">
      <p>{say(`off-notice-${off.reason}`)}</p>
    </Notice>
  );
}

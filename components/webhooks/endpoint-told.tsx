import { Notice } from "@/components/ui/notice";
import { words } from "@/lib/words/words";

type Param = string | string[] | undefined;

const DONE = ["pinged", "edited", "on", "off", "replayed"] as const;

/** What was just done, as the address says. */
export function EndpointTold({ told, count, more }: { told: Param; count?: Param; more?: Param }) {
  const say = words("webhooks");
  const done = DONE.find((each) => each === told);
  if (done) return <Notice tone="open" role="status" title={say(`told-${done}`)} />;
  if (told !== "replayed-many") return null;
  const values = { count: Number(count) || 0, more: more === "yes" ? "yes" : "no" };
  return <Notice tone="open" role="status" title={say("told-replayed-many", values)} />;
}

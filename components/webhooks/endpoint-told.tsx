import { DoneNotice } from "@/components/ui/done-notice";
import { words } from "@/lib/words/words";

type Param = string | string[] | undefined;

const DONE = ["pinged", "edited", "on", "off", "replayed"] as const;

/** What was just done, as the address says. */
export function EndpointTold({ told, count, more }: { told: Param; count?: Param; more?: Param }) {
  const say = words("webhooks");
  const done = DONE.find((each) => each === told);
  if (done) return <DoneNotice title={say(`told-${done}`)} />;
  if (told !== "replayed-many") return null;
  const values = { count: Number(count) || 0, more: more === "yes" ? "yes" : "no" };
  return <DoneNotice title={say("told-replayed-many", values)} />;
}

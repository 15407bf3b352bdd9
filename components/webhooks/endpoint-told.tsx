import { DoneNotice } from "@/components/ui/done-notice";
import { LINK } from "@/components/ui/link-look";
import { words } from "@/lib/words/words";

type Param = string | string[] | undefined;

type EndpointToldProps = {
  told: Param;
  count?: Param;
  more?: Param;
  /** Of the page itself, to load it again where no script does. */
  path: string;
};

const DONE = ["pinged", "edited", "on", "off", "replayed"] as const;

/** What was just done, as the address says. */
export function EndpointTold({ told, count, more, path }: EndpointToldProps) {
  const say = words("webhooks");
  const done = DONE.find((each) => each === told);
  const look = (
    <p>
      <a href={path} className={LINK}>
        {say("look-again")}
      </a>
    </p>
  );
  if (done) {
    const isSent = done === "pinged" || done === "replayed";
    return <DoneNotice title={say(`told-${done}`)}>{isSent && look}</DoneNotice>;
  }
  if (told !== "replayed-many") return null;
  const values = { count: Number(count) || 0, more: more === "yes" ? "yes" : "no" };
  return (
    <DoneNotice title={say("told-replayed-many", values)}>{values.count > 0 && look}</DoneNotice>
  );
}

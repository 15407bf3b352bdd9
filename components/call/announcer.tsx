import { useCall } from "./call-context";
import type { Link } from "./call-state";
import type { CallWord } from "@/lib/words/en/call";

/** What a screen reader hears of the connection; a quiet repair is not worth a word. */
const HEARD: Partial<Record<Link, CallWord>> = {
  joining: "joining",
  reconnecting: "reconnecting",
  "coming-back": "comingBack",
};

/** Says politely what others see: who comes and goes, what changed, how the connection is. */
export function Announcer() {
  const { state, say } = useCall();
  const heard = HEARD[state.link];
  return (
    <div role="status" className="sr-only">
      {heard && <p>{say(heard)}</p>}
      {state.notices.map(({ id, word, values }) => (
        <p key={id}>{say(word, values)}</p>
      ))}
    </div>
  );
}

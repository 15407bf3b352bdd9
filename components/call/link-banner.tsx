import type { CallWord } from "@/lib/words/en/call";
import { useCall } from "./call-context";
import type { Link } from "./call-state";
import { Ongoing } from "./ongoing";

const WORD: Record<Link, CallWord | null> = {
  joining: "joining",
  steady: null,
  resuming: "resuming",
  reconnecting: "reconnecting",
  "asking-why": null,
  "coming-back": "comingBack",
};

/** How the connection stands, when it doesn't: a line while it is repaired quietly, more when not. */
export function LinkBanner() {
  const { state, say } = useCall();
  const word = WORD[state.link];
  if (!word) return null;
  const isAway = state.link === "reconnecting" || state.link === "coming-back";
  return (
    <div
      className={`rounded border bg-surface px-4 py-2 text-center ${isAway ? "border-2 border-soon" : "border-line text-quiet"}`}
    >
      <p className={isAway ? "font-semibold text-soon" : ""}>
        {say(word)}
        <Ongoing />
      </p>
      {isAway && <p className="text-sm text-ink">{say("reconnectingText")}</p>}
    </div>
  );
}

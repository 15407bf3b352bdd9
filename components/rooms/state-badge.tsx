import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/notice";
import type { RoomState } from "@/lib/domain/room/room-state";
import { sayCountdown } from "@/lib/words/times";
import { words } from "@/lib/words/words";

const TONE = {
  coming: "quiet",
  open: "open",
  over: "quiet",
  ended: "quiet",
  cancelled: "stop",
  moved: "soon",
} as const satisfies Record<RoomState, Tone>;

type StateBadgeProps = {
  state: RoomState;
  opensAt: Date;
  isLive: boolean;
  insideCount: number;
  waitingCount: number;
  now: Date;
};

/** Where a room stands, in words: "open now, 3 in the call", "in 3 h", "moved". */
export function StateBadge(props: StateBadgeProps) {
  return <Badge tone={TONE[props.state]}>{sayState(props)}</Badge>;
}

function sayState(props: StateBadgeProps): string {
  const { state, opensAt, isLive, insideCount: inside, waitingCount: waiting, now } = props;
  const say = words("rooms");
  if (state === "open") return say(isLive ? "state-live" : "state-open", { inside, waiting });
  const countdown = state === "coming" && sayCountdown(opensAt, now);
  return countdown ? say("state-coming-soon", { countdown }) : say(`state-${state}`);
}

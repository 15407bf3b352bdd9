import type { WayBack } from "@/components/call/way-back";
import { reconnectDelay } from "@/lib/domain/call/reconnect-delay";
import type { CallingAnswer, CallingView } from "@/lib/domain/calling/calling-view";
import type { Wire } from "@/lib/domain/room/room-view";
import { endOfRefusal, endOfView } from "./call-ends";
import type { End } from "./media";
import type { CallingService } from "./service";

type View = Wire<CallingView>;

const TRY_AGAIN = { kind: "try-again" } as const;

/** How one user gets into a room, and back after the connection was cut. */
export class RoomDoor {
  constructor(
    private readonly service: CallingService,
    private readonly roomId: string,
    private readonly displayName: string | undefined,
  ) {}

  /** Asks to come in, again while the server is away; null when it stays away or nobody waits for it. */
  async join(isGivenUp: () => boolean): Promise<Wire<CallingAnswer> | End | null> {
    const since = Date.now();
    for (let tries = 0; !isGivenUp(); tries += 1) {
      const answer = await this.service.join(this.roomId, this.displayName);
      if (answer.ok) return answer.body;
      const end = endOfRefusal(answer, "joining");
      if (end) return end;
      const delay = reconnectDelay(tries, Date.now() - since, Math.random());
      if (delay === null) return null;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    return null;
  }

  /** What to do after the media server let go, which does not say why. `onWait`: they have to wait. */
  async findWayBack(onWait: (view: View) => void): Promise<WayBack<View, End>> {
    const state = await this.service.state(this.roomId);
    const end = state.ok ? endOfView(state.body) : endOfRefusal(state, "inside");
    if (end) return { kind: "end", end };
    if (!state.ok) return TRY_AGAIN;
    if (state.body.decision.kind === "wait") {
      onWait(state.body);
      return TRY_AGAIN;
    }
    const joined = await this.service.join(this.roomId, this.displayName);
    const refused = joined.ok ? endOfView(joined.body.view) : endOfRefusal(joined, "inside");
    if (refused) return { kind: "end", end: refused };
    if (!joined.ok || !joined.body.entry) return TRY_AGAIN;
    return { kind: "enter", ticket: joined.body.entry.ticket, view: joined.body.view };
  }
}

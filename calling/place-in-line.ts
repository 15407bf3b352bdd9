import type { CallingView } from "@/lib/domain/calling/calling-view";
import { isFull } from "@/lib/domain/room/decision";
import { SPEAK_UP_MS } from "@/lib/domain/room/line";
import { AFTER_INSTANT_MS } from "@/lib/domain/room/next-instant";
import type { Wire } from "@/lib/domain/room/room-view";

type View = Wire<CallingView>;

/** A clock that disagrees with the server's asks no more often than this. */
const LEAST_MS = 1_000;

/** The room is full, and they do not stand in line for a place. */
export function isOutOfLine({ decision }: View): boolean {
  return isFull(decision) && decision.since === null;
}

/**
 * Keeps a place in line: speaks up now and then, since those behind wait for nobody else, and also
 * when time alone may have brought it on.
 */
export class PlaceInLine {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When it spoke up last; null out of the line. Coming to the line is a word, too. */
  #spokeAt: number | null = null;

  /** `speakUp` tells the server, and brings the view that it answers. */
  constructor(private readonly speakUp: () => Promise<void>) {}

  /**
   * Takes the newest view of the room. Somebody whom the line led to the lobby stays in it until they
   * are in the call.
   */
  follow({ decision, serverNow }: View): void {
    if (decision.kind !== "wait") return this.leave();
    if (!isFull(decision) && this.#spokeAt === null) return;
    this.#spokeAt ??= Date.now();
    const speakUpIn = this.#spokeAt + SPEAK_UP_MS - Date.now();
    const changesAt = isFull(decision) ? decision.mayChangeAt : null;
    const changesIn =
      changesAt === null
        ? Infinity
        : Date.parse(changesAt) - Date.parse(serverNow) + AFTER_INSTANT_MS;
    this.#speakUpIn(Math.max(Math.min(speakUpIn, changesIn), LEAST_MS));
  }

  /** They are in, or want in no more. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#spokeAt = null;
  }

  #speakUpIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#spokeAt = Date.now();
      // Also when no answer comes; one that does sets its own time.
      this.#speakUpIn(SPEAK_UP_MS);
      void this.speakUp();
    }, ms);
  }
}

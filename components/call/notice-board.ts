import type { Source } from "@/lib/domain/call/media-grant";
import type { CallWord } from "@/lib/words/en/call";
import type { Values } from "@/lib/words/say";

/** Something to tell the person: always to screen readers, on the screen when it is `shown`. */
export type Notice = {
  id: number;
  word: CallWord;
  values: Values;
  tone: "plain" | "soon" | "stop";
  shown: boolean;
  topic: NewNotice["topic"];
  /** The seat of somebody who asks to come back, whom one press lets back in. */
  letBack: string | null;
};

export type NewNotice = {
  word: CallWord;
  values?: Values;
  tone?: Notice["tone"];
  /** False for what only those need who don't see it happen. */
  shown?: boolean;
  letBack?: string;
  /** What it is about; a newer notice about the same takes its place. */
  topic?: "rights" | "time" | "answer" | "link" | "intrusion" | `asks ${string}` | Source;
};

/** Older ones make room, but for what waits for an answer; a screen reader has long read them. */
const MOST_KEPT = 4;

/** Keeps the newest notices, oldest first. */
export class NoticeBoard {
  #notices: readonly Notice[] = [];
  #lastId = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  post({ word, values = {}, tone = "plain", shown = true, topic, letBack }: NewNotice): void {
    this.#lastId += 1;
    const about = { word, values, tone, shown, topic, letBack: letBack ?? null };
    const notice = { id: this.#lastId, ...about };
    const others = this.#notices.filter((other) => !topic || other.topic !== topic);
    const told = [...others, notice];
    const [oldest] = told.filter((other) => other.letBack === null).slice(0, -MOST_KEPT);
    this.#notices = told.filter((other) => other !== oldest);
    this.#changed();
  }

  /** What was told of it is not so any more. */
  withdraw(topic: NonNullable<NewNotice["topic"]>): void {
    if (!this.#notices.some((notice) => notice.topic === topic)) return;
    this.#notices = this.#notices.filter((notice) => notice.topic !== topic);
    this.#changed();
  }

  dismiss(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
    this.#changed();
  }
}

import type { CallWord } from "@/lib/words/en/call";
import type { Values } from "@/lib/words/say";

/** Something to tell the person: always to screen readers, on the screen when it is `shown`. */
export type Notice = {
  id: number;
  word: CallWord;
  values: Values;
  tone: "plain" | "soon" | "stop";
  shown: boolean;
};

export type NewNotice = {
  word: CallWord;
  values?: Values;
  tone?: Notice["tone"];
  /** False for what only those need who don't see it happen. */
  shown?: boolean;
};

/** Older ones make room; a screen reader has long read them. */
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

  post({ word, values = {}, tone = "plain", shown = true }: NewNotice): void {
    this.#lastId += 1;
    const notice = { id: this.#lastId, word, values, tone, shown };
    this.#notices = [...this.#notices, notice].slice(-MOST_KEPT);
    this.#changed();
  }

  dismiss(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
    this.#changed();
  }
}

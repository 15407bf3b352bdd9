import { compareArrivals, type Named } from "@/lib/domain/call/arrivals";
import type { CallWord } from "@/lib/words/en/call";
import type { NewNotice } from "./notice-board";

/** Names up to which people are told apart when they come and go together. */
const MOST_NAMED = 3;

/** Whoever comes back within this has only moved the call to another device, or loaded the page again. */
const AWAY_MS = 6_000;

/**
 * Tells who comes into the call and who leaves it. Whoever is back in a moment never left, as far as
 * the others are told. Those who see the tiles need no words on the screen.
 */
export class ArrivalNews {
  /** Seats that are gone, and nobody was told yet. */
  readonly #away = new Set<string>();

  constructor(
    private readonly tell: (notice: NewNotice) => void,
    private readonly later: (run: () => void) => void = (run) => void setTimeout(run, AWAY_MS),
  ) {}

  take(before: readonly Named[], after: readonly Named[]): void {
    const { came, went } = compareArrivals(before, after);
    this.#tellOf(
      came.filter(({ seatId }) => !this.#away.delete(seatId)),
      "joined",
      "manyJoined",
    );
    if (went.length === 0) return;
    for (const { seatId } of went) this.#away.add(seatId);
    this.later(() => {
      const gone = went.filter(({ seatId }) => this.#away.delete(seatId));
      this.#tellOf(gone, "leftCall", "manyLeft");
    });
  }

  #tellOf(people: readonly Named[], one: CallWord, many: CallWord): void {
    if (people.length > MOST_NAMED) {
      return this.tell({ word: many, values: { count: people.length }, shown: false });
    }
    for (const { name } of people) this.tell({ word: one, values: { name }, shown: false });
  }
}

import "server-only";
import type { Moved } from "./move-in";

/** Tells whoever runs the command what became of each room, and of all. */
export class MoveReport {
  readonly #counts = { created: 0, unchanged: 0, skipped: 0 };
  #leftOut = 0;

  constructor(private readonly print: (line: string) => void) {}

  tell(moved: Moved): void {
    this.#counts[moved.what] += 1;
    if (moved.what === "created") this.#leftOut += moved.leftOut;
    this.print(lineOf(moved));
  }

  /** So that nobody takes a pause for the end of work. */
  readonly tellWait = (trouble: string, ms: number): void => {
    this.print(`waiting    ${Math.ceil(ms / 1_000)} s  ${trouble}`);
  };

  sum(isDryRun: boolean): void {
    const { created, unchanged, skipped } = this.#counts;
    const made = isDryRun ? "would be created" : "created";
    this.print(`${created} ${made}, ${unchanged} unchanged, ${skipped} skipped`);
    if (this.#leftOut > 0) {
      this.print(`${this.#leftOut} lines of rosters were left out: they name no ACS user`);
    }
  }
}

function lineOf(moved: Moved): string {
  const line = `${moved.what.padEnd(9)}  ${moved.acsId ?? "?"}`;
  if (moved.what === "created") return `${line}  ${moved.seats} on the roster`;
  return moved.what === "skipped" ? `${line}  ${moved.why}` : line;
}

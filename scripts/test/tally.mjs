import { describeError } from "../start/problem.mjs";

/** Counts what passed and what failed, and says it in the last line. */
export class Tally {
  #passed = 0;
  #failed = 0;
  #failures = [];
  #details = [];

  constructor(say) {
    this.say = say;
  }

  /** One check that is true or false; one that could not run has failed. */
  async count(name, check) {
    await this.addAll(name, async () => {
      const ok = await check();
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    });
  }

  /** Many checks at once: `run` gives `{ passed, failed }`, and perhaps which failed as `failures`. */
  async addAll(name, run) {
    this.say(`\n== ${name}`);
    let result;
    try {
      result = await run();
    } catch (error) {
      this.say(describeError(error));
      result = { passed: 0, failed: 1 };
    }
    this.#passed += result.passed;
    this.#failed += result.failed;
    if (result.failed > 0) this.#failures.push(`${name}: ${result.failed}`);
    this.#details.push(...(result.failures ?? []));
  }

  /** Prints what failed and the sum: whoever has only the end of the output knows. @returns the exit code */
  close() {
    for (const detail of this.#details) this.say(`\n${detail}`);
    if (this.#failures.length > 0) this.say(`\nFailed in ${this.#failures.join(", ")}`);
    this.say(`\n${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed > 0 ? 1 : 0;
  }
}

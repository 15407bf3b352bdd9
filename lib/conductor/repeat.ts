import "server-only";
import { log } from "@/lib/log";

const LONGEST_PAUSE_MS = 500;
const SHORTEST_PAUSE_MS = 20;
const LONGEST_BACK_OFF_MS = 5_000;

export type Repetition = {
  /** Has the next pass begin now. */
  wake(): void;
  /** No further pass; resolves when the running one is done. */
  stop(): Promise<void>;
};

/**
 * Runs `pass` again and again, at the instant it names and at least twice a second. After a failure
 * it waits longer each time, five seconds at most.
 */
export function repeat(pass: () => Promise<Date | null>): Repetition {
  let isStopped = false;
  let failures = 0;
  let wake = () => {};

  async function passOnce(): Promise<number> {
    try {
      const next = await pass();
      failures = 0;
      const pause = (next?.getTime() ?? Infinity) - Date.now();
      return Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, pause));
    } catch (error) {
      failures += 1;
      log.warn({ err: error, failures }, "the conductor could not see what is due");
      return Math.min(LONGEST_BACK_OFF_MS, LONGEST_PAUSE_MS * 2 ** (failures - 1));
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      const pauseMs = await passOnce();
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const done = run();
  return {
    wake: () => wake(),
    async stop() {
      isStopped = true;
      wake();
      await done;
    },
  };
}

import "server-only";
import { log } from "@/lib/log";

const LONGEST_PAUSE_MS = 500;
const SHORTEST_PAUSE_MS = 20;
const LONGEST_BACK_OFF_MS = 2_000;

export type Repetition = {
  /** Has the next pass begin at this instant, unless it begins earlier. */
  wake(at: Date): void;
  /** No further pass; resolves when the running one is done. */
  stop(): Promise<void>;
};

/**
 * Runs `pass` again and again, at the instant it names and at least twice a second. After a failure
 * it waits longer each time, two seconds at most.
 */
export function repeat(pass: () => Promise<Date | null>): Repetition {
  let isStopped = false;
  let failures = 0;
  /** When the next pass begins. */
  let dueAt = Infinity;
  let arm = () => {};

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

  function passBy(at: number): void {
    if (at >= dueAt) return;
    dueAt = at;
    arm();
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      dueAt = Infinity;
      const pauseMs = await passOnce();
      dueAt = Math.min(dueAt, Date.now() + pauseMs);
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        arm = () => {
          clearTimeout(timer);
          const pause = dueAt - Date.now();
          if (pause > 0) timer = setTimeout(resolve, pause);
          else resolve();
        };
        arm();
      });
      arm = () => {};
    }
  }

  const done = run();
  return {
    wake: (at) => passBy(at.getTime()),
    async stop() {
      isStopped = true;
      passBy(Date.now());
      await done;
    },
  };
}

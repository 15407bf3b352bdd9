import "server-only";
import { log } from "@/lib/log";

/** Stopping must not hang: what has not stopped by then is left. */
const LONGEST_STOP_MS = 15_000;

/** On the first SIGTERM, SIGINT or SIGHUP takes the steps in order and exits; on a second one at once. */
export function stopOnSignal(steps: (() => Promise<void> | undefined)[]): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      log.info({ signal }, "stopping");
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
      void stop(steps);
    });
  }
}

async function stop(steps: (() => Promise<void> | undefined)[]): Promise<void> {
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error({ err: error }, "a part did not stop well");
    }
  }
  process.exit(0);
}

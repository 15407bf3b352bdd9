import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { checkSurroundings } from "./check-surroundings";
import { refuseToStart } from "./refuse-to-start";

const AGAIN_MS = 5_000;

/**
 * Refuses to run in production where people could get past the room's decision, and only warns in
 * development. A media server that does not answer yet is looked at again until it does.
 */
export async function watchSurroundings(): Promise<void> {
  const { problems, isMediaServerChecked } = await checkSurroundings();
  if (problems.length > 0) refuse(problems);
  if (isMediaServerChecked) return;
  log.warn("the media server does not answer yet");
  setTimeout(() => void watchSurroundings(), AGAIN_MS).unref();
}

function refuse(problems: readonly string[]): void {
  if (env().NODE_ENV !== "production") {
    for (const problem of problems) log.warn(problem);
    return;
  }
  refuseToStart(problems);
}

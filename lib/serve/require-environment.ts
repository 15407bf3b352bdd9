import "server-only";
import { env, IncompleteEnvironment, type Env } from "@/lib/env";
import { refuseToStart } from "./refuse-to-start";

/** The environment; a process that lacks some of it says what, and ends. */
export function requireEnvironment(): Env {
  try {
    return env();
  } catch (error) {
    if (error instanceof IncompleteEnvironment) return refuseToStart(error.problems);
    throw error;
  }
}

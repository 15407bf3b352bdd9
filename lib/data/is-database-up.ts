import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { database } from "./client";

/** Whether the database answers within `timeoutMs`. */
export async function isDatabaseUp(timeoutMs: number): Promise<boolean> {
  const timeout = new AbortController();
  try {
    const answer = database().$queryRaw`SELECT 1`.then(() => true);
    const silence = pause(timeoutMs, false, { signal: timeout.signal, ref: false });
    return await Promise.race([answer, silence]);
  } catch {
    return false;
  } finally {
    timeout.abort();
  }
}

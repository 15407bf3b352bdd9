import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { database } from "./client";

const TIMEOUT_MS = 2_000;

/** Whether the database answers within two seconds. */
export async function isDatabaseUp(): Promise<boolean> {
  const timeout = new AbortController();
  try {
    const answer = database().$queryRaw`SELECT 1`.then(() => true);
    const silence = pause(TIMEOUT_MS, false, { signal: timeout.signal, ref: false });
    return await Promise.race([answer, silence]);
  } catch {
    return false;
  } finally {
    timeout.abort();
  }
}

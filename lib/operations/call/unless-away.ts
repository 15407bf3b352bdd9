import "server-only";
import { AppError } from "@/lib/domain/errors";

/**
 * Does something on the media server that the conductor does as well a moment later: when the server
 * does not answer, the change that asked for it stands all the same.
 */
export async function unlessAway(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError && error.code === "call-unreachable")) throw error;
  }
}

import "server-only";
import { DenialLimit } from "@/lib/acs/denial-limit";
import { AppError } from "@/lib/domain/errors";
import { clientAddressOf } from "./client-address";

// The routes may be bundled apart but share one process, so they share this too.
const shared = globalThis as typeof globalThis & { rostrumKeyDenials?: DenialLimit };

function denials(): DenialLimit {
  return (shared.rostrumKeyDenials ??= new DenialLimit());
}

/**
 * Does the check of a key, unless too many were refused already that came from the same network
 * address: then no more are tried, good ones neither.
 *
 * @throws AppError "too-many-requests" with `retryAfterSeconds`, or what the check throws.
 */
export async function countingDenials<T>(asked: Headers, check: () => Promise<T>): Promise<T> {
  const address = clientAddressOf(asked);
  const retryAfterSeconds = await denials().secondsToWait(address);
  if (retryAfterSeconds !== null) throw new AppError("too-many-requests", { retryAfterSeconds });
  try {
    return await check();
  } catch (error) {
    const isDenial = error instanceof AppError && error.code === "key-refused";
    if (isDenial) await denials().count(address);
    throw error;
  }
}

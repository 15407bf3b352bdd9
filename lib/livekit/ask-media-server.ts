import "server-only";
import { RoomServiceClient, ServerError } from "livekit-server-sdk";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

/** How long the media server may take to answer. */
export const TIMEOUT_SECONDS = 3;

let client: RoomServiceClient | undefined;

function roomService(): RoomServiceClient {
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env();
  client ??= new RoomServiceClient(LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, {
    requestTimeout: TIMEOUT_SECONDS,
    failover: false,
  });
  return client;
}

/**
 * Asks the media server; null when what was asked about is gone.
 *
 * @throws AppError "call-unreachable" when it does not answer within three seconds, or not well.
 */
export async function askMediaServer<T>(
  step: string,
  ask: (service: RoomServiceClient) => Promise<T>,
): Promise<T | null> {
  try {
    return await ask(roomService());
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return null;
    throw new AppError("call-unreachable", { step }, { cause: error });
  }
}

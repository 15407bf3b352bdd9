import "server-only";
import type { AcsRoom } from "@/lib/domain/acs/acs-room";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireAcsRoom, type AcsTarget } from "./require-acs-room";

/**
 * A room as the wire shows it.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export function getAcsRoom(ctx: Context<AcsActor>, target: AcsTarget): Promise<AcsRoom> {
  return requireAcsRoom(ctx, target);
}

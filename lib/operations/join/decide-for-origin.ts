import "server-only";
import { isOriginOfCall } from "@/lib/data/allowed-origins";
import { database } from "@/lib/data/client";

/**
 * Whether pages of this origin may connect to a call: those that a resource of the room's
 * organization allows, and no others. Whether a ticket is good is another question.
 */
export function decideForOrigin(origin: string, callName: string): Promise<boolean> {
  return isOriginOfCall(database(), origin, callName);
}

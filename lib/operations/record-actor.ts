import "server-only";
import type { RecordActor } from "@/lib/data/record";
import type { PlannerActor } from "./context";

/** How a room's record names whoever plans. */
export function recordActorOf(actor: PlannerActor): RecordActor {
  return actor.kind === "member" ? `member:${actor.memberId}` : `key:${actor.keyId}`;
}

import type { RefusalReason } from "@/lib/domain/room/decision";

/** Why a program's user may not join, for the program. Instants are ISO 8601 in UTC. */
export const calling = {
  "room-not-found": "There is no room with this id.",
  cancelled: "The room was called off.",
  moved: "The room was moved to {opensAt}.",
  "not-invited": "This user is not on the room's roster.",
  removed: "This user was taken off the room's roster.",
  "too-late": "The room closed at {closedAt}.",
  ended: "The room was ended for everyone at {endedAt}.",
  "too-early": "The room opens at {opensAt}.",
} as const satisfies Record<RefusalReason, string>;

import type { Role } from "@/lib/domain/room/role";

/** A seat as events name it: by ids, never by name or address. */
export type EventSeat = {
  seatId: string;
  role: Role;
  /** The person as programs of Azure Communication Services name them; null without a resource. */
  rawId: string | null;
};

/** A call as events name it. */
export type EventCall = {
  callId: string;
  startedAt: Date;
  /** Null while it runs. */
  endedAt: Date | null;
  /** Whose joining opened it; null when that was no seat. */
  startedBy: EventSeat | null;
};

/** What an event may say of the room it happened in, besides what its record line says. */
export type EventFacts = {
  roomId: string;
  /** The room's id for programs written for Azure Communication Services. */
  acsRoomId: string;
  seat: EventSeat | null;
  call: EventCall | null;
};

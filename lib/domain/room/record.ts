import type { Intrusion } from "@/lib/domain/call/intrusion";
import type { Source } from "@/lib/domain/call/media-grant";
import type { RefusalReason, WaitReason } from "./decision";
import type { Role } from "./role";

type SeatOnDevice = { seatId: string; deviceId: string };

/** What a room's record can say, and the facts each kind of line carries. Ids only, no names. */
export type RecordFacts = {
  "room-created": { opensAt: string; closesAt: string };
  "room-edited": { fields: string[] };
  "room-moved": { toRoomId: string };
  "room-cancelled": { reason: string | null };
  "room-ended": { callId: string | null };
  "window-changed": { opensAt: string; closesAt: string };
  "went-live": Record<never, never>;
  "seat-added": { seatId: string; role: Role };
  "role-changed": { seatId: string; from: Role; to: Role };
  "seat-removed": { seatId: string; fromCall: boolean; reason: string | null };
  "seat-returned": { seatId: string };
  "asked-to-return": { seatId: string };
  "link-issued": { seatId: string; linkId: string };
  "link-revoked": { seatId: string; linkId: string };
  excused: { seatId: string };
  "excuse-taken-back": { seatId: string };
  "came-to-lobby": { seatId: string };
  "left-lobby": { seatId: string };
  admitted: { seatId: string };
  "sent-back": { seatId: string };
  "ticket-issued": SeatOnDevice & { callId: string };
  "moved-device": SeatOnDevice;
  "join-refused": { seatId: string | null; reason: RefusalReason | WaitReason };
  "call-opened": { callId: string };
  "call-ended": { callId: string };
  joined: SeatOnDevice & { callId: string };
  left: SeatOnDevice & { callId: string };
  muted: { seatId: string };
  "sources-changed": { seatId: string; withheld: Source[] };
  "intruder-removed": { identity: string; why: Intrusion };
  "rights-corrected": SeatOnDevice;
};

export type RecordKind = keyof RecordFacts;

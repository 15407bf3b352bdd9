import { database } from "@/lib/data/client";
import type { Context } from "@/lib/operations/context";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { FakeCalls } from "./fake-calls";

export const PHONE = "phone00000000000";
export const LAPTOP = "laptop0000000000";

export type VisitorContext = Context<RoomVisitor> & { calls: FakeCalls; announced: string[] };

type Changes = Partial<RoomVisitor> & { now?: Date; calls?: FakeCalls };

/** What an operation of a visitor gets: on a phone and without a link, but for what `changes` says. */
export function visitorContext(
  room: { id: string; organizationId: string },
  seat: { id: string } | null,
  { now = new Date(), calls = new FakeCalls(), ...changes }: Changes = {},
): VisitorContext {
  const announced: string[] = [];
  const actor: RoomVisitor = {
    kind: "visitor",
    roomId: room.id,
    seatId: seat?.id ?? null,
    organizationId: seat && room.organizationId,
    deviceId: PHONE,
    linkId: null,
    linkOwner: null,
    ...changes,
  };
  return { actor, now, calls, announced, announce: (roomId) => announced.push(roomId) };
}

/** Puts a seat into a room's call on a device, as the media server's news would. */
export async function enterCall(
  call: { id: string; roomId: string },
  seat: { id: string },
  { deviceId = PHONE, joinedAt = new Date() }: { deviceId?: string; joinedAt?: Date } = {},
): Promise<void> {
  const { id: callId, roomId } = call;
  const participantSid = `PA_${seat.id}_${deviceId}_${callId}`;
  await database().presence.create({
    data: { callId, roomId, seatId: seat.id, deviceId, participantSid, joinedAt },
  });
  await database().seat.update({ where: { id: seat.id }, data: { deviceId } });
}

/** The kinds of lines that a room's record has, in order. */
export async function recordedIn(roomId: string): Promise<string[]> {
  const lines = await database().recordEntry.findMany({
    where: { roomId },
    orderBy: { position: "asc" },
  });
  return lines.map(({ kind }) => kind);
}

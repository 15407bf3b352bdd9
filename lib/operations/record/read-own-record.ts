import "server-only";
import { AppError } from "@/lib/domain/errors";
import { lookBackFor } from "@/lib/domain/room/look-back";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "@/lib/operations/join/decide-for-seat";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { loadRecord, type RecordPage } from "./core/load-record";

export type OwnRecordPage = RecordPage & {
  title: string;
  organizationName: string;
  /** IANA name of the reader's zone. */
  timeZone: string;
};

/**
 * The record of a room for somebody who leads it, while it runs and afterwards.
 *
 * @throws AppError "room-not-found" for somebody without a seat, or "not-allowed" for whoever does
 *   not lead it, or was removed.
 */
export async function readOwnRecord(
  { actor, now }: Context<RoomVisitor>,
  after: number,
): Promise<OwnRecordPage> {
  const { roomId } = actor;
  const { facts } = await decideForSeat({ ...actor, now });
  if (!facts?.seat || !facts.aboutSeat) throw new AppError("room-not-found");
  const { seat, aboutSeat, aboutRoom, wasInCall } = facts;
  const mayRead = lookBackFor({ role: seat.role, isRemoved: seat.removed !== null, wasInCall });
  if (!mayRead.record) throw new AppError("not-allowed", { roomId });
  const { title, organizationName } = aboutRoom;
  const record = await loadRecord(aboutRoom, after);
  return { title, organizationName, timeZone: aboutSeat.person.timeZone, ...record };
}

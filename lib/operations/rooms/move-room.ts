import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { appendRecord, appendRecords } from "@/lib/data/record";
import { insertRoom, markRoomMoved } from "@/lib/data/rooms";
import { copyRoster, listReachableSeatIds } from "@/lib/data/roster";
import { beginsInThePast } from "@/lib/domain/calendar/check-window";
import { AppError } from "@/lib/domain/errors";
import { FieldProblems } from "@/lib/domain/problem";
import type { MoveRoomInput } from "@/lib/domain/room/room-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { announceDates } from "./core/announce-dates";
import { requireStandingRoom } from "./require-room";

/**
 * Gives a room another date: a new room with the same settings and roster takes its place, the old
 * one leads there, and the same calendar entry moves.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", or "changed-meanwhile" when
 *   somebody saved after this editor had looked; FieldProblems for a start in the past or the same
 *   start as before.
 */
export async function moveRoom(
  ctx: Context<PlannerActor>,
  { roomId, version, window, timeZone }: MoveRoomInput,
): Promise<{ roomId: string }> {
  const { organizationId } = ctx.actor;
  const actor = recordActorOf(ctx.actor);
  const room = await requireStandingRoom(ctx, roomId);
  if (room.version !== version) throw new AppError("changed-meanwhile", { roomId });
  if (beginsInThePast(window, ctx.now)) throw new FieldProblems({ date: "in-the-past" });
  if (window.opensAt.getTime() === room.window.opensAt.getTime()) {
    throw new FieldProblems({ time: "same-time" });
  }

  const newRoomId = await inTransaction(async (tx) => {
    const calendarSequence = room.calendarSequence + 1;
    const moved = { ...room, window, timeZone, calendarSequence };
    const id = await insertRoom(tx, organizationId, moved);
    if (!(await markRoomMoved(tx, { organizationId, roomId, version }, id))) {
      throw new AppError("changed-meanwhile", { roomId });
    }
    const seats = await copyRoster(tx, roomId, id);
    const seatIds = await listReachableSeatIds(tx, id);
    await enqueueAll(
      tx,
      "send-room-change",
      seatIds.map((seatId) => ({ seatId })),
    );
    await appendRecord(tx, id, ctx.now, actor, "room-created", {
      opensAt: window.opensAt.toISOString(),
      closesAt: window.closesAt.toISOString(),
    });
    const lines = seats.map(({ id: seatId, role }) => ({ seatId, role }));
    await appendRecords(tx, id, ctx.now, actor, "seat-added", lines);
    await appendRecord(tx, roomId, ctx.now, actor, "room-moved", { toRoomId: id });
    return id;
  });
  await announceDates(ctx, newRoomId);
  return { roomId: newRoomId };
}

import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { appendRecord } from "@/lib/data/record";
import { saveRoomSettings, type RoomSettings, type StoredRoom } from "@/lib/data/rooms";
import { listReachableSeatIds } from "@/lib/data/roster";
import { findWindowProblem } from "@/lib/domain/calendar/check-window";
import { AppError } from "@/lib/domain/errors";
import { FieldProblems } from "@/lib/domain/problem";
import type { EditRoomInput } from "@/lib/domain/room/room-input";
import { isOver } from "@/lib/domain/room/window";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "./require-room";

const MINUTE_MS = 60_000;

/**
 * Changes a room in place: everything but its start. A new title or length is told to everyone on
 * the roster, and their calendar entries follow.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", or "changed-meanwhile" when
 *   somebody saved after this editor had looked; FieldProblems for a length that cannot be.
 */
export async function editRoom(ctx: Context<PlannerActor>, input: EditRoomInput): Promise<void> {
  const { roomId, version } = input;
  const { organizationId } = ctx.actor;
  const room = await requireStandingRoom(ctx, roomId);
  if (room.version !== version) throw new AppError("changed-meanwhile", { roomId });
  const settings = settingsAfter(room, input, ctx.now);
  const fields = changedFields(room, settings);
  if (fields.length === 0) return;
  const isTold = fields.includes("title") || fields.includes("window");
  const calendarSequence = room.calendarSequence + (isTold ? 1 : 0);

  await inTransaction(async (tx) => {
    const seen = { organizationId, roomId, version };
    if (!(await saveRoomSettings(tx, seen, { ...settings, calendarSequence }))) {
      throw new AppError("changed-meanwhile", { roomId });
    }
    const seatIds = isTold ? await listReachableSeatIds(tx, roomId) : [];
    await enqueueAll(
      tx,
      "send-room-change",
      seatIds.map((seatId) => ({ seatId })),
    );
    await appendRecord(tx, roomId, ctx.now, recordActorOf(ctx.actor), "room-edited", { fields });
    if (!fields.includes("window")) return;
    const { opensAt, closesAt } = settings.window;
    await appendRecord(tx, roomId, ctx.now, recordActorOf(ctx.actor), "window-changed", {
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    });
  });
  ctx.announce(roomId);
}

function settingsAfter(room: StoredRoom, input: EditRoomInput, now: Date): RoomSettings {
  const { title, access, lobby, leadMinutes, seatLimit, lengthMinutes } = input;
  const { opensAt } = room.window;
  const lengthMs = Math.round(lengthMinutes * MINUTE_MS);
  const window = { opensAt, closesAt: new Date(opensAt.getTime() + lengthMs) };
  const wrong = findWindowProblem(window) ?? (isOver(window, now) ? "in-the-past" : null);
  if (wrong) throw new FieldProblems({ lengthMinutes: wrong });
  return { title, access, window, timeZone: room.timeZone, lobby, leadMinutes, seatLimit };
}

function changedFields(before: RoomSettings, after: RoomSettings): (keyof RoomSettings)[] {
  const names = ["title", "access", "window", "lobby", "leadMinutes", "seatLimit"] as const;
  return names.filter((name) => asText(before[name]) !== asText(after[name]));
}

function asText(setting: RoomSettings[keyof RoomSettings]): string {
  if (typeof setting !== "object" || setting === null) return String(setting);
  return JSON.stringify(Object.entries(setting).sort(([a], [b]) => a.localeCompare(b)));
}

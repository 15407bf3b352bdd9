import { database } from "@/lib/data/client";
import type { PresentParticipant } from "@/lib/domain/call/calls";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import { openCall } from "@/lib/operations/call/open-call";
import type { Context, SystemActor } from "@/lib/operations/context";
import { buildOrganization, buildRoom, buildSeat } from "./clinic-builder";
import { FakeCalls } from "./fake-calls";
import { presentParticipant } from "./present-builder";

export const DEVICE = "0123456789abcdef";

/** A visit with its call open in the database and on a media server in memory, and two seats. */
export async function callWorld(changes: Parameters<typeof buildRoom>[1] = {}) {
  const organization = await buildOrganization();
  const room = await buildRoom(organization.id, changes);
  const clinician = await buildSeat(room, "clinician");
  const patient = await buildSeat(room, "patient");
  const now = new Date();
  const { id, name } = await openCall(room.id, "system", now);
  const calls = new FakeCalls();
  const announced: string[] = [];
  calls.rooms.set(name, []);
  const context = (at: Date = new Date()): Context<SystemActor> => ({
    actor: { kind: "system" },
    now: at,
    calls,
    announce: (roomId) => announced.push(roomId),
  });

  return {
    room,
    clinician,
    patient,
    call: { id, name, roomId: room.id, endedAt: null },
    calls,
    announced,
    context,
    /** Somebody who sits in the call as their seat says, but for what `changes` says. */
    present(seat: { id: string }, sid: string, rest: Partial<PresentParticipant> = {}) {
      return presentParticipant({
        identity: toIdentity({ seatId: seat.id, deviceId: DEVICE }),
        // LiveKit never uses one twice, whatever the call.
        sid: `${sid}/${id}`,
        joinedAt: new Date(now.getTime() - 60_000),
        grant: mediaGrantFor(seat.id === clinician.id ? "presenter" : "attendee", "visit", []),
        ...rest,
      });
    },
    /** What kinds of lines the room's record has, in order. */
    async recorded(): Promise<string[]> {
      const lines = await database().recordEntry.findMany({
        where: { roomId: room.id },
        orderBy: { position: "asc" },
      });
      return lines.map(({ kind }) => kind);
    },
  };
}

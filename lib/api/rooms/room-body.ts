import "server-only";
import { z } from "zod";
import { toldId, toldInstant } from "@/lib/api/fields";
import type { Role } from "@/lib/domain/room/role";
import { ROOM_ACCESS, ROOM_KINDS } from "@/lib/domain/room/room-kind";
import { ROOM_STATES } from "@/lib/domain/room/room-state";
import type { PlannedRoom } from "@/lib/operations/rooms/read-room";

const lead = z.int();

/** A room as the API tells of it. */
export const roomBody = z
  .strictObject({
    id: toldId,
    kind: z.enum(ROOM_KINDS),
    title: z.string(),
    state: z.enum(ROOM_STATES).meta({ description: "Where it stands at this instant." }),
    access: z.enum(ROOM_ACCESS).meta({
      description: "`invited`: only the roster comes in. `open`: whoever has the address does.",
    }),
    opensAt: toldInstant,
    closesAt: toldInstant.meta({ description: "Itself already closed." }),
    timeZone: z.string().meta({ description: "IANA name.", example: "Europe/Berlin" }),
    lobby: z.boolean().meta({ description: "Attendees and consumers wait to be let in." }),
    leadMinutes: z
      .strictObject({
        presenter: lead,
        collaborator: lead,
        attendee: lead,
        consumer: lead,
      } satisfies Record<Role, z.ZodInt>)
      .meta({ description: "Minutes before `opensAt` in which each role may come in already." }),
    seatLimit: z.int().nullable().meta({ description: "The most seats inside at once." }),
    liveAt: toldInstant.nullable().meta({ description: "Since when a webinar is live." }),
    endedAt: toldInstant.nullable().meta({ description: "When it was ended for everyone." }),
    cancelledAt: toldInstant.nullable(),
    cancelReason: z.string().nullable(),
    movedToId: toldId.nullable().meta({ description: "The room that took its place." }),
    version: z.int().meta({ description: "Rises with each change; the ETag carries it." }),
  })
  .meta({ id: "Room" });

/** A room in the shape of `roomBody`. */
export function presentRoom(room: PlannedRoom): z.input<typeof roomBody> {
  const { id, kind, title, state, access, window, timeZone, lobby, seatLimit, version } = room;
  const { presenter, collaborator, attendee, consumer } = room.leadMinutes;
  return {
    ...{ id, kind, title, state, access },
    opensAt: window.opensAt.toISOString(),
    closesAt: window.closesAt.toISOString(),
    ...{ timeZone, lobby, leadMinutes: { presenter, collaborator, attendee, consumer }, seatLimit },
    liveAt: room.liveAt?.toISOString() ?? null,
    endedAt: room.endedAt?.toISOString() ?? null,
    cancelledAt: room.cancelledAt?.toISOString() ?? null,
    ...{ cancelReason: room.cancelReason, movedToId: room.movedToId, version },
  };
}

import "server-only";
import { z } from "zod";
import { endpoint, type ApiContext, type Told } from "@/lib/api/endpoint";
import { askedId, instant, pageLimit, pageOf, roomAddress } from "@/lib/api/fields";
import type { Problem } from "@/lib/domain/problem";
import { ROOM_KINDS } from "@/lib/domain/room/room-kind";
import { readPlace, writePlace } from "@/lib/domain/room/schedule-query";
import { browseRooms } from "@/lib/operations/rooms/browse-rooms";
import { cancelRoom } from "@/lib/operations/rooms/cancel-room";
import { createRoom } from "@/lib/operations/rooms/create-room";
import { editRoom } from "@/lib/operations/rooms/edit-room";
import { endRoom } from "@/lib/operations/rooms/end-room";
import { moveRoom } from "@/lib/operations/rooms/move-room";
import { readRoom, type PlannedRoom } from "@/lib/operations/rooms/read-room";
import { takeTries } from "@/lib/web/rate-limit";
import { words } from "@/lib/words/words";
import { presentRoom, roomBody } from "./room-body";
import {
  editRoomRequest,
  mergeLeads,
  moveRoomRequest,
  newRoomRequest,
  reasonRequest,
  type EditRoomRequest,
} from "./room-request";

const MINUTE_MS = 60_000;
const MAX_SEARCH_LENGTH = 100;

const listRooms = endpoint({
  id: "listRooms",
  method: "GET",
  path: "/rooms",
  area: "Rooms",
  summary: "List rooms",
  description: "By their opening, whatever became of them.",
  scopes: ["rooms:read"],
  query: z.strictObject({
    kind: z.enum(ROOM_KINDS, "not-offered" satisfies Problem).optional(),
    from: instant.optional().meta({ description: "Rooms that close after this instant." }),
    until: instant.optional().meta({ description: "Rooms that open before this instant." }),
    personId: askedId.optional().meta({ description: "Rooms on whose roster they are." }),
    title: z.string().max(MAX_SEARCH_LENGTH).optional().meta({ description: "A part of it." }),
    after: z
      .string()
      .transform((text) => readPlace(text))
      .refine((place) => place !== null, "not-a-place" satisfies Problem)
      .optional()
      .meta({ description: "From the `Link` of the page before." }),
    limit: pageLimit,
  }),
  answer: { status: 200, about: "A page of rooms.", schema: pageOf(roomBody) },
  sample: { query: { kind: "visit", from: "2030-03-01T00:00:00Z", limit: "10" } },
  work: async (ctx, { query }) => {
    const { kind = null, from = null, until = null, personId = null, title = null } = query;
    const filter = { kind, from, until, personId, title };
    const { after = null, limit } = query;
    const { rooms, next } = await browseRooms(ctx, { filter, after, limit });
    return { body: { items: rooms.map(presentRoom) }, next: next && writePlace(next) };
  },
});

const newRoom = endpoint({
  id: "createRoom",
  method: "POST",
  path: "/rooms",
  area: "Rooms",
  summary: "Plan a room",
  description:
    "With its whole first roster. Whoever leads it and everyone on it are invited by mail.",
  scopes: ["rooms:write", "rooms:read"],
  body: newRoomRequest,
  answer: { status: 201, about: "The room.", schema: roomBody },
  sample: {
    body: {
      kind: "visit",
      opensAt: "2030-03-14T14:00:00+01:00",
      closesAt: "2030-03-14T14:20:00+01:00",
      timeZone: "Europe/Berlin",
      leaderId: "$MEMBER_ID",
      seats: [
        {
          person: { name: "Samuel Reyes", email: "samuel@example.org", timeZone: "Europe/Berlin" },
          capacity: "patient",
        },
      ],
    },
  },
  work: async (ctx, { body }) => {
    const titleFor = (name: string) => words("rooms")("untitled-visit", { name });
    // Each of them costs as much as a request that adds one.
    await takeTries("api-key", ctx.actor.keyId, body.seats.length);
    const { roomId } = await createRoom(ctx, body, titleFor);
    return { ...(await tell(ctx, roomId)), location: `/rooms/${roomId}` };
  },
});

const getRoom = endpoint({
  id: "getRoom",
  method: "GET",
  path: "/rooms/{roomId}",
  area: "Rooms",
  summary: "Get a room",
  scopes: ["rooms:read"],
  params: roomAddress,
  answer: { status: 200, about: "The room.", schema: roomBody },
  sample: {},
  work: async (ctx, { params }) => tell(ctx, params.roomId),
});

const changeRoom = endpoint({
  id: "editRoom",
  method: "PATCH",
  path: "/rooms/{roomId}",
  area: "Rooms",
  summary: "Change a room",
  description:
    "Everything but its start, for which it moves. A new title or end is told to everyone by mail.",
  scopes: ["rooms:write", "rooms:read"],
  params: roomAddress,
  body: editRoomRequest,
  needsVersion: true,
  refusals: ["room-is-over"],
  answer: { status: 200, about: "The room as it is now.", schema: roomBody },
  sample: { body: { title: "Follow-up visit", lobby: true, leadMinutes: { attendee: 15 } } },
  work: async (ctx, { params: { roomId }, body, requireSeen }) => {
    const room = await readRoom(ctx, roomId);
    const version = requireSeen(room.version);
    await editRoom(ctx, { roomId, version, ...merged(room, body) });
    return tell(ctx, roomId);
  },
});

const moveToDate = endpoint({
  id: "moveRoom",
  method: "POST",
  path: "/rooms/{roomId}/move",
  area: "Rooms",
  summary: "Give a room another date",
  description:
    "A new room with the same settings and roster takes its place; old links lead there.",
  scopes: ["rooms:write", "rooms:read"],
  params: roomAddress,
  body: moveRoomRequest,
  needsVersion: true,
  refusals: ["room-is-over"],
  answer: { status: 201, about: "The room that takes its place.", schema: roomBody },
  sample: {
    body: {
      opensAt: "2030-03-15T09:00:00+01:00",
      closesAt: "2030-03-15T09:20:00+01:00",
      timeZone: "Europe/Berlin",
    },
  },
  work: async (ctx, { params: { roomId }, body, requireSeen }) => {
    const version = requireSeen((await readRoom(ctx, roomId)).version);
    const moved = await moveRoom(ctx, { roomId, version, ...body });
    return { ...(await tell(ctx, moved.roomId)), location: `/rooms/${moved.roomId}` };
  },
});

const callOff = endpoint({
  id: "cancelRoom",
  method: "POST",
  path: "/rooms/{roomId}/cancel",
  area: "Rooms",
  summary: "Call a room off",
  description: "A running call ends, and everyone on the roster gets a mail.",
  scopes: ["rooms:write", "rooms:read"],
  params: roomAddress,
  body: reasonRequest,
  needsVersion: true,
  refusals: ["room-is-over"],
  answer: { status: 200, about: "The room.", schema: roomBody },
  sample: { body: { reason: "Dr Okafor is ill." } },
  work: async (ctx, { params: { roomId }, body: { reason }, requireSeen }) => {
    const version = requireSeen((await readRoom(ctx, roomId)).version);
    await cancelRoom(ctx, { roomId, version, reason });
    return tell(ctx, roomId);
  },
});

const endForEveryone = endpoint({
  id: "endRoom",
  method: "POST",
  path: "/rooms/{roomId}/end",
  area: "Calls",
  summary: "End a room for everyone",
  description: "The running call ends and nobody gets in any more. Again, it changes nothing.",
  scopes: ["rooms:write", "rooms:read"],
  params: roomAddress,
  keepsAnswer: false,
  refusals: ["room-is-over", "call-unreachable"],
  answer: { status: 200, about: "The room.", schema: roomBody },
  sample: {},
  work: async (ctx, { params: { roomId } }) => {
    await endRoom(ctx, roomId);
    return tell(ctx, roomId);
  },
});

export const roomEndpoints = [
  listRooms,
  newRoom,
  getRoom,
  changeRoom,
  moveToDate,
  callOff,
  endForEveryone,
];

async function tell(ctx: ApiContext, roomId: string): Promise<Told<z.input<typeof roomBody>>> {
  const room = await readRoom(ctx, roomId);
  return { body: presentRoom(room), version: room.version };
}

/** The settings after the changes, in the words of the operation. */
function merged(room: PlannedRoom, changes: EditRoomRequest) {
  const { title, access, lobby, seatLimit, window } = room;
  const closesAt = changes.closesAt ?? window.closesAt;
  return {
    title: changes.title ?? title,
    lengthMinutes: (closesAt.getTime() - window.opensAt.getTime()) / MINUTE_MS,
    access: changes.access ?? access,
    lobby: changes.lobby ?? lobby,
    seatLimit: changes.seatLimit === undefined ? seatLimit : changes.seatLimit,
    leadMinutes: mergeLeads(room.leadMinutes, changes.leadMinutes),
  };
}

import "server-only";
import { endpoint } from "@/lib/api/endpoint";
import { roomAddress } from "@/lib/api/fields";
import { cancelRoom } from "@/lib/operations/rooms/cancel-room";
import { editRoom } from "@/lib/operations/rooms/edit-room";
import { endRoom } from "@/lib/operations/rooms/end-room";
import { moveRoom } from "@/lib/operations/rooms/move-room";
import { readRoom, type PlannedRoom } from "@/lib/operations/rooms/read-room";
import { roomBody } from "./room-body";
import {
  editRoomRequest,
  mergeLeads,
  moveRoomRequest,
  reasonRequest,
  type EditRoomRequest,
} from "./room-request";
import { tellRoom } from "./tell-room";

const MINUTE_MS = 60_000;

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
    return tellRoom(ctx, roomId);
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
    return { ...(await tellRoom(ctx, moved.roomId)), location: `/rooms/${moved.roomId}` };
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
    return tellRoom(ctx, roomId);
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
    return tellRoom(ctx, roomId);
  },
});

export const roomChangeEndpoints = [changeRoom, moveToDate, callOff, endForEveryone];

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

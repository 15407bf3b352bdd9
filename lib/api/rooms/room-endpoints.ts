import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { askedId, instant, pageLimit, pageOf, roomAddress } from "@/lib/api/fields";
import type { Problem } from "@/lib/domain/problem";
import { ROOM_KINDS } from "@/lib/domain/room/room-kind";
import { readPlace, writePlace } from "@/lib/domain/room/schedule-query";
import { browseRooms } from "@/lib/operations/rooms/browse-rooms";
import { createRoom } from "@/lib/operations/rooms/create-room";
import { takeTries } from "@/lib/web/rate-limit";
import { words } from "@/lib/words/words";
import { presentRoom, roomBody } from "./room-body";
import { newRoomRequest } from "./room-request";
import { tellRoom } from "./tell-room";

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
    return { ...(await tellRoom(ctx, roomId)), location: `/rooms/${roomId}` };
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
  work: async (ctx, { params }) => tellRoom(ctx, params.roomId),
});

export const roomEndpoints = [listRooms, newRoom, getRoom];

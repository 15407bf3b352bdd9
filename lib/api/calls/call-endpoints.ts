import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import {
  afterId,
  callAddress,
  flag,
  pageLimit,
  pageOf,
  pageQuery,
  roomAddress,
  toldId,
  toldInstant,
} from "@/lib/api/fields";
import type { PastCall } from "@/lib/data/call-history";
import { listCalls, readCall } from "@/lib/operations/presence/list-calls";
import { listPresence } from "@/lib/operations/presence/list-presence";

const callBody = z
  .strictObject({
    id: toldId,
    startedAt: toldInstant,
    endedAt: toldInstant.nullable().meta({ description: "Null while it goes on." }),
  })
  .meta({ id: "Call" });

const stayBody = z
  .strictObject({
    id: toldId,
    callId: toldId,
    seatId: toldId,
    joinedAt: toldInstant,
    leftAt: toldInstant.nullable().meta({ description: "Null while they are inside." }),
  })
  .meta({ id: "Stay" });

const presentCall = ({ id, startedAt, endedAt }: PastCall) => ({
  ...{ id, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
});

const list = endpoint({
  id: "listCalls",
  method: "GET",
  path: "/rooms/{roomId}/calls",
  area: "Calls",
  summary: "List the calls of a room",
  description: "Oldest first.",
  scopes: ["rooms:read"],
  params: roomAddress,
  query: pageQuery,
  answer: { status: 200, about: "A page of calls.", schema: pageOf(callBody) },
  sample: {},
  work: async (ctx, { params, query }) => {
    const { calls, next } = await listCalls(ctx, params.roomId, query);
    return { body: { items: calls.map(presentCall) }, next };
  },
});

const get = endpoint({
  id: "getCall",
  method: "GET",
  path: "/rooms/{roomId}/calls/{callId}",
  area: "Calls",
  summary: "Get a call",
  scopes: ["rooms:read"],
  params: callAddress,
  answer: { status: 200, about: "The call.", schema: callBody },
  sample: {},
  work: async (ctx, { params }) => ({ body: presentCall(await readCall(ctx, params)) }),
});

const presence = endpoint({
  id: "listPresence",
  method: "GET",
  path: "/rooms/{roomId}/presence",
  area: "Calls",
  summary: "List who was in the calls of a room, and when",
  description: "One entry for each connection of a seat.",
  scopes: ["rooms:read"],
  params: roomAddress,
  query: z.strictObject({
    inside: flag.optional().meta({ description: "`true` for those who are inside now." }),
    after: afterId,
    limit: pageLimit,
  }),
  answer: { status: 200, about: "A page of stays.", schema: pageOf(stayBody) },
  sample: { query: { inside: "true" } },
  work: async (ctx, { params, query: { inside: isInside = false, ...page } }) => {
    const { stays, next } = await listPresence(ctx, params.roomId, { ...page, isInside });
    const items = stays.map(({ id, callId, seatId, joinedAt, leftAt }) => ({
      ...{ id, callId, seatId },
      joinedAt: joinedAt.toISOString(),
      leftAt: leftAt?.toISOString() ?? null,
    }));
    return { body: { items }, next };
  },
});

export const callEndpoints = [list, get, presence];

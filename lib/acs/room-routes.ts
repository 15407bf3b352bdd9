import "server-only";
import { z } from "zod";
import { readParticipants } from "@/lib/domain/acs/participants-input";
import { timesOfChange, timesOfNewRoom } from "@/lib/domain/acs/room-times";
import { createAcsRoom } from "@/lib/operations/acs/create-acs-room";
import { deleteAcsRoom } from "@/lib/operations/acs/delete-acs-room";
import { getAcsRoom } from "@/lib/operations/acs/get-acs-room";
import { listAcsRooms } from "@/lib/operations/acs/list-acs-rooms";
import { updateAcsRoom } from "@/lib/operations/acs/update-acs-room";
import { acs as words } from "@/lib/words/en/acs";
import { nextLink, placeAskedFor } from "./paging";
import { requireRosterIds } from "./participant-routes";
import { answerOnce } from "./repeatable";
import { readRoomSettings, toRoomBody } from "./room-shape";
import { requireBody, targetOf } from "./room-target";
import type { Call, Reply } from "./route";
import { requireRoomsVersion } from "./versions";
import { badArguments } from "./wire-error";

const placeShape = z.object({ createdAt: z.string(), id: z.string() });

export function answerCreateRoom(call: Call): Promise<Reply> {
  return answerOnce(call, createRoom);
}

async function createRoom({ request, ctx }: Call): Promise<Reply> {
  const version = requireRoomsVersion(request);
  const body = requireBody(request);
  const read = timesOfNewRoom(body, ctx.now);
  if ("problems" in read) throw badArguments(read.problems);
  const { pstnDialOutEnabled, access } = readRoomSettings(body, version);
  const { seats } = requireRosterIds(readParticipants(body.participants, version), "create");
  const room = await createAcsRoom(ctx, {
    ...{ times: read.times, seats, titleBegin: words.room },
    pstnDialOutEnabled: pstnDialOutEnabled ?? false,
    access: access ?? "invited",
  });
  return { status: 201, headers: { Location: room.acsId }, body: toRoomBody(room, version) };
}

export async function answerGetRoom(call: Call): Promise<Reply> {
  const version = requireRoomsVersion(call.request);
  const room = await getAcsRoom(call.ctx, targetOf(call));
  return { status: 200, body: toRoomBody(room, version) };
}

export async function answerListRooms({ request, ctx, vanishedBefore }: Call): Promise<Reply> {
  const version = requireRoomsVersion(request);
  const list = `rooms/${ctx.actor.organizationId}`;
  const behind = placeAskedFor(request, list, placeShape);
  const { items, next } = await listAcsRooms(ctx, { behind, vanishedBefore });
  const value = items.map((room) => toRoomBody(room, version));
  return { status: 200, body: { value, ...nextLink(request, list, next) } };
}

export async function answerUpdateRoom(call: Call): Promise<Reply> {
  const { request, ctx } = call;
  const version = requireRoomsVersion(request);
  const target = targetOf(call);
  const body = requireBody(request);
  const read = timesOfChange(body, ctx.now);
  if ("problems" in read) throw badArguments(read.problems);
  const change = { times: read.times, ...readRoomSettings(body, version) };
  const room = await updateAcsRoom(ctx, target, change);
  return { status: 200, body: toRoomBody(room, version) };
}

export async function answerDeleteRoom(call: Call): Promise<Reply> {
  requireRoomsVersion(call.request);
  await deleteAcsRoom(call.ctx, targetOf(call));
  return { status: 204 };
}

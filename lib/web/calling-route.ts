import "server-only";
import { z } from "zod";
import { findPeopleOf } from "@/lib/data/acs-roster";
import { database } from "@/lib/data/client";
import { findSeatOfPerson } from "@/lib/data/seats";
import { parseRawId } from "@/lib/domain/acs/raw-id";
import { AppError } from "@/lib/domain/errors";
import type { CallingUser, Context, SeatActor } from "@/lib/operations/context";
import { findUsersRoom } from "@/lib/operations/join/find-users-room";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { endFieldsOf } from "./calling-answer";
import { withCors } from "./calling-cors";
import { callingUserOf } from "./calling-user";
import { isDeviceId } from "./device-cookie";
import { outsideWorld } from "./outside-world";
import { parseInput } from "./parse-input";
import { problemResponse } from "./problem";
import { readBody } from "./read-body";
import { responseOf } from "./response-of";

/** What every route for pages of programs knows of who asks. */
export type Asking = {
  ctx: Context<CallingUser>;
  /** The room's id in the form of ACS. */
  acsRoomId: string;
  deviceId: string;
};

type RouteContext = { params: Promise<{ roomId: string }> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

/**
 * A route that a program's user asks with their token, from any page that may. What it gives is
 * answered like that of `route`; failures are problem+json with ACS's codes.
 */
export function callingRoute<Schema extends z.ZodType>(
  schema: Schema,
  work: (asking: Asking, input: z.output<Schema>, request: Request) => Promise<unknown>,
): Handler {
  return async (request, { params }) => {
    const answer = await answered(request, async () => {
      const actor = await callingUserOf(request);
      const deviceId = request.headers.get("x-device-id") ?? undefined;
      if (!isDeviceId(deviceId)) throw new AppError("invalid-input", { step: "device" });
      const input = parseInput(schema, await readBody(request));
      const asking = { acsRoomId: (await params).roomId, deviceId };
      return work({ ctx: { actor, ...outsideWorld() }, ...asking }, input, request);
    });
    return withCors(request, answer);
  };
}

async function answered(request: Request, work: () => Promise<unknown>): Promise<Response> {
  try {
    return responseOf(await work());
  } catch (error) {
    return problemResponse(error, request.headers, endFieldsOf);
  }
}

/** What an operation of whoever looks at a room needs, for the user of a program. */
export async function usersVisit({
  ctx,
  acsRoomId,
  deviceId,
}: Asking): Promise<Context<RoomVisitor>> {
  return { ...ctx, actor: await findUsersRoom(ctx.actor, acsRoomId, deviceId) };
}

/**
 * What an operation of somebody with a seat in the room needs, for the user of a program.
 *
 * @throws AppError "room-not-found" for everybody without one.
 */
export async function usersSeat(asking: Asking): Promise<Context<SeatActor>> {
  const { actor } = await usersVisit(asking);
  const { roomId, seatId, organizationId } = actor;
  if (!seatId || !organizationId) throw new AppError("room-not-found");
  return { ...asking.ctx, actor: { kind: "seat", seatId, roomId, organizationId } };
}

/**
 * The seat that a program names by its user's raw id.
 *
 * @throws AppError "seat-not-found".
 */
export async function seatNamed(
  { actor }: Context<SeatActor>,
  user: CallingUser,
  rawId: string,
): Promise<string> {
  const [personId] = parseRawId(rawId) ? await findPeopleOf(database(), user, [rawId]) : [];
  const seatId = personId && (await findSeatOfPerson(database(), actor.roomId, personId));
  if (!seatId) throw new AppError("seat-not-found", { roomId: actor.roomId });
  return seatId;
}

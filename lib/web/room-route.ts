import "server-only";
import { z } from "zod";
import type { Context, SeatActor } from "@/lib/operations/context";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { viewRoom } from "@/lib/operations/join/view-room";
import { outsideWorld } from "./outside-world";
import { countTry } from "./rate-limit";
import { seatContext, visitorContext } from "./room-context";
import { route } from "./route";

/** What every route of a room is addressed by. */
export const roomAddress = z.object({ roomId: z.string() });

type Work<Actor, Input> = (ctx: Context<Actor>, input: Input) => Promise<void>;
type Fields = z.ZodRawShape;
type InputOf<F extends Fields> = z.output<z.ZodObject<F>>;

/** A POST of somebody with a seat in the room; answers with the room as they see it afterwards. */
export function seatRoute<F extends Fields>(fields: F, work: Work<SeatActor, InputOf<F>>) {
  const schema = z.object(fields);
  return route(schema.and(roomAddress), async (input, request) => {
    const ctx = await visitorContext(request.headers, input.roomId);
    await work(seatContext(ctx), input);
    return answerWithRoom(request, ctx);
  });
}

/** A POST of whoever looks at the room; answers like `seatRoute`. */
export function visitorRoute(work: Work<RoomVisitor, Record<never, never>>) {
  return route(roomAddress, async ({ roomId }, request) => {
    const ctx = await visitorContext(request.headers, roomId);
    await countPress(ctx);
    await work(ctx, {});
    return answerWithRoom(request, ctx);
  });
}

/** @throws AppError "too-many-requests". */
export function countJoin({ actor }: Pick<Context<RoomVisitor>, "actor">): Promise<void> {
  return countTry("join", actor.seatId ?? actor.deviceId);
}

/** @throws AppError "too-many-requests". */
export function countPress({ actor }: Pick<Context<RoomVisitor>, "actor">): Promise<void> {
  return countTry("seat-press", actor.seatId ?? actor.deviceId);
}

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** The room as this visitor sees it now; a form without script is led back to its page instead. */
export async function answerWithRoom(
  request: Request,
  { actor }: Pick<Context<RoomVisitor>, "actor">,
): Promise<unknown> {
  if (FORM.test(request.headers.get("content-type") ?? ""))
    return seeOther(`/room/${actor.roomId}`);
  return viewRoom({ actor, ...outsideWorld() });
}

/** Sends the browser to another page of ours after a POST. */
export function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, "Cache-Control": "no-store" },
  });
}

import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { roomEventStream } from "@/lib/live/event-stream";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, usersVisit } from "@/lib/web/calling-route";

/** The live channel for a program's page, which reads it with its token in a header. */
export const GET = callingRoute(z.object({}), async (asking) => {
  const { roomId, seatId } = (await usersVisit(asking)).actor;
  if (!seatId) throw new AppError("room-not-found");
  return roomEventStream({ roomId, seatId, holder: asking.deviceId });
});

export const OPTIONS = answerPreflight;

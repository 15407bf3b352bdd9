import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { askedId, instant, roomAddress } from "@/lib/api/fields";
import { AppError } from "@/lib/domain/errors";
import { seatOutlooks } from "@/lib/operations/rooms/seat-outlooks";
import { toWire } from "@/lib/web/to-wire";
import { decisionsBody } from "./decision-body";

const decide = endpoint({
  id: "getDecisions",
  method: "GET",
  path: "/rooms/{roomId}/decisions",
  area: "Decisions",
  summary: "Ask who may enter",
  description:
    "May this seat be in the room at this time, and if not, why not and when? It is the answer that pages, the door in front of the media server and running calls obey. Without `seat` it is a rehearsal with the whole roster. For another time than now it supposes that nothing else changes until then.",
  scopes: ["rooms:read"],
  params: roomAddress,
  query: z.strictObject({
    at: instant.optional().meta({ description: "Now unless asked." }),
    seat: askedId.optional().meta({ description: "Only this seat." }),
  }),
  refusals: ["seat-not-found"],
  answer: { status: 200, about: "What the room answers.", schema: decisionsBody },
  sample: { query: { at: "2030-03-14T13:50:00+01:00", seat: "$SEAT_ID" } },
  work: async (ctx, { params: { roomId }, query: { at = ctx.now, seat } }) => {
    const outlooks = await seatOutlooks(ctx, roomId, at);
    if (seat && !outlooks.has(seat)) throw new AppError("seat-not-found", { roomId });
    const asked = [...outlooks].filter(([seatId]) => !seat || seatId === seat);
    const items = asked.map(([seatId, { decision, remedy }]) => ({
      ...{ seatId, decision: toWire(decision), remedy },
    }));
    return { body: { at: at.toISOString(), items } };
  },
});

export const decisionEndpoints = [decide];

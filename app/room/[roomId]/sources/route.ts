import { z } from "zod";
import { SOURCES } from "@/lib/domain/call/media-grant";
import { withholdSources } from "@/lib/operations/moderation/withhold-sources";
import { seatRoute } from "@/lib/web/room-route";

const fields = {
  /** Null for every attendee. */
  seatId: z.string().nullable(),
  withheld: z.array(z.enum(SOURCES)).max(SOURCES.length),
};

export const POST = seatRoute(fields, (ctx, { seatId, withheld }) =>
  withholdSources(ctx, seatId, withheld),
);

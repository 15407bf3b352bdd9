import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { countIn, roomAddress, toldInstant } from "@/lib/api/fields";
import { MAX_POSITION } from "@/lib/domain/room/record-position";
import { readRoomRecord } from "@/lib/operations/record/read-room-record";

const lineBody = z
  .strictObject({
    position: z.int().meta({ description: "From 1 on, without gaps." }),
    at: toldInstant,
    actor: z.string().meta({
      description: "`seat:<id>`, `member:<id>`, `key:<id>` or `system`.",
      example: "system",
    }),
    actorName: z.string().nullable().meta({ description: "Null for `system` and who is gone." }),
    kind: z.string().meta({ example: "seat-added" }),
    facts: z.record(z.string(), z.unknown()).meta({ description: "What goes with the kind: ids." }),
  })
  .meta({ id: "RecordLine" });

const recordBody = z
  .strictObject({
    items: z.array(lineBody),
    chain: z
      .strictObject({
        isWhole: z.boolean().meta({ description: "Each of these lines fits the one before it." }),
        brokenAt: z.int().nullable().meta({ description: "The first that does not." }),
      })
      .meta({
        description:
          "Each line carries the hash of the one before. A page checks its own lines and what ties them to the page before, so whoever reads every page has had the whole record checked.",
      }),
  })
  .meta({ id: "RoomRecord" });

const read = endpoint({
  id: "readRecord",
  method: "GET",
  path: "/rooms/{roomId}/record",
  area: "Record",
  summary: "Read what happened in a room",
  description: "Oldest first, a hundred lines a page, and whether they are as they were written.",
  scopes: ["record:read", "rooms:read"],
  params: roomAddress,
  query: z.strictObject({
    after: countIn(0, MAX_POSITION).optional().meta({ description: "Lines after this position." }),
  }),
  answer: { status: 200, about: "A page of the record.", schema: recordBody },
  sample: {},
  work: async (ctx, { params, query: { after = 0 } }) => {
    const { lines, names, brokenAt, next } = await readRoomRecord(ctx, params.roomId, after);
    const items = lines.map(({ position, at, actor, kind, facts }) => ({
      ...{ position, at: at.toISOString(), actor, actorName: names.get(actor) ?? null, kind },
      facts: { ...facts },
    }));
    return {
      body: { items, chain: { isWhole: brokenAt === null, brokenAt } },
      next: next === null ? null : String(next),
    };
  },
});

export const recordEndpoints = [read];

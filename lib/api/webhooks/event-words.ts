import "server-only";
import type { z } from "zod";
import { EVENT_DATA, EVENT_PLACE } from "@/lib/domain/webhook/event-data";

type FieldsOf<Schema> = Schema extends z.ZodObject<infer Shape> ? keyof Shape : never;
type EventField =
  | FieldsOf<typeof EVENT_PLACE>
  | {
      [Type in keyof typeof EVENT_DATA]: FieldsOf<(typeof EVENT_DATA)[Type]>;
    }[keyof typeof EVENT_DATA];

/** What fields of events mean, where their names don't say all of it. */
export const EVENT_WORDS = {
  acsRoomId: "The room for programs of Azure Communication Services.",
  position: "The line of the room's record it tells of: events may arrive in any order.",
  rawId: "How programs of Azure Communication Services name the person; null without one.",
  closesAt: "Already closed.",
  fields: "What changed, by name.",
  fromCall: "They were put out of a running call.",
  room: "By its id for programs of Azure Communication Services.",
  durationOfCall: "In seconds.",
} as const satisfies { readonly [Field in EventField]?: string };

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(EVENT_WORDS));

/** The data of an event, its fields described. */
export function describeEvent(data: z.ZodObject): z.ZodObject {
  const described = Object.entries<z.ZodType>(data.shape).flatMap(([name, schema]) => {
    const description = WORDS.get(name);
    return description ? [[name, schema.meta({ ...schema.meta(), description })]] : [];
  });
  return data.extend(Object.fromEntries(described));
}

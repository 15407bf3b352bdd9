import "server-only";
import { z } from "zod";
import { toldInstant } from "@/lib/api/fields";
import { EVENT_DATA, EVENT_PLACE, PING_DATA } from "@/lib/domain/webhook/event-data";
import { EVENT_TYPES, PING, type MessageType } from "@/lib/domain/webhook/event-type";
import { describeEvent } from "./event-words";

/** The body of each message that a webhook is sent, by its type. */
export const EVENT_BODIES: ReadonlyMap<MessageType, z.ZodObject> = new Map<
  MessageType,
  z.ZodObject
>([
  ...EVENT_TYPES.map((type) => {
    const data = EVENT_PLACE.extend(EVENT_DATA[type].shape);
    return [type, bodyOf(type, describeEvent(data))] as const;
  }),
  [PING, bodyOf(PING, PING_DATA)],
]);

function bodyOf(type: MessageType, data: z.ZodObject): z.ZodObject {
  return z
    .strictObject({ type: z.literal(type), timestamp: toldInstant, data })
    .meta({ id: `${eventName(type)}Event` });
}

/** A type as programs name things: `room.went-live` is `RoomWentLive`. */
export function eventName(type: MessageType): string {
  const words = type.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("");
}

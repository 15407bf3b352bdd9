import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { call, CallWord } from "@/lib/words/en/call";
import { sayFrom, type ForBrowser, type Say } from "@/lib/words/say";

/** The words of the call; whoever leads it, `{Host}` in a sentence, is called by the room's kind. */
export function sayInCall(messages: ForBrowser<typeof call>, kind: RoomKind): Say<CallWord> {
  const say = sayFrom(messages, "en");
  const Host = say("Host", { kind });
  return (key, values) => say(key, { Host, ...values });
}

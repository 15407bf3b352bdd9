import { isExpected } from "@/lib/domain/room/excuse";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { tellerOf, type Teller, type Told } from "./told";

/** They said that they can't come, and there is still something to come to. */
export function isExcused({ me, decision }: Wire<RoomView>): boolean {
  return Boolean(me?.excuse) && isExpected(decision);
}

/** What the page says to whoever said that they can't come; null for everybody else. */
export function tellExcuse(view: Wire<RoomView>, teller: Teller): Told | null {
  const { room, me } = view;
  if (!room || !me?.excuse || !isExcused(view)) return null;
  const { say, reader } = tellerOf(view, teller);
  const { reason } = me.excuse;
  const allOf = new Intl.ListFormat(reader.language, { type: "conjunction" });
  const count = room.hosts.length;
  const who = count > 0 ? allOf.format(room.hosts) : say("Someone-in-charge");
  return {
    mark: "quiet",
    headline: say("excused"),
    lines: [
      say("excused-why", { who, count }),
      ...(reason ? [say("excused-reason", { reason })] : []),
      say("excused-next"),
    ],
  };
}

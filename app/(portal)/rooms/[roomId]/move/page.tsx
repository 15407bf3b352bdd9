import type { Metadata } from "next";
import { MoveForm } from "@/components/rooms/move-form";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { settingsFields } from "@/components/rooms/settings-fields";
import { listTimeZones } from "@/lib/domain/calendar/time-zone";
import { toWallTime } from "@/lib/domain/calendar/wall-time";
import { memberReader } from "@/lib/web/member-reader";
import { sayWindow } from "@/lib/words/times";
import { messagesOf, words } from "@/lib/words/words";
import { loadRoomToChange } from "@/app/(portal)/rooms/[roomId]/load-room";
import { moveRoomAction } from "./actions";

const say = words("rooms");

export const metadata: Metadata = { title: say("move") };

type Props = { params: Promise<{ roomId: string }> };

export default async function MoveRoomPage({ params }: Props) {
  const { roomId } = await params;
  const { room, now } = await loadRoomToChange(roomId);
  const { title, version, timeZone, kind } = room;
  const { opensAt, closesAt } = room.window;
  const window = sayWindow(opensAt, closesAt, await memberReader(), now);
  const { lengthMinutes = "" } = settingsFields(room);
  const length = { lengthMinutes, confirmedLength: lengthMinutes };
  return (
    <RoomSubpage
      room={room}
      heading={say("move-title", { title })}
      lead={say("move-lead", { window })}
    >
      <MoveForm
        action={moveRoomAction}
        messages={messagesOf("roomForm")}
        hidden={{ roomId, version: String(version) }}
        defaults={{ ...toWallTime(opensAt, timeZone), ...length, timeZone }}
        kind={kind}
        timeZones={[...new Set([timeZone, ...listTimeZones()])]}
        submit={say("move-submit")}
      />
    </RoomSubpage>
  );
}

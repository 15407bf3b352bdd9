import type { Metadata } from "next";
import { EditForm } from "@/components/rooms/edit-form";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { settingsFields } from "@/components/rooms/settings-fields";
import { messagesOf, words } from "@/lib/words/words";
import { loadRoomToChange } from "@/app/(portal)/rooms/[roomId]/load-room";
import { editRoomAction } from "./actions";

const say = words("rooms");

export const metadata: Metadata = { title: say("edit") };

type Props = { params: Promise<{ roomId: string }> };

export default async function EditRoomPage({ params }: Props) {
  const { roomId } = await params;
  const { room } = await loadRoomToChange(roomId);
  const { title, version, kind } = room;
  const settings = settingsFields(room);
  return (
    <RoomSubpage room={room} heading={say("edit-title", { title })} lead={say("edit-lead")}>
      <EditForm
        action={editRoomAction}
        messages={messagesOf("roomForm")}
        hidden={{ roomId, version: String(version) }}
        defaults={{ ...settings, confirmedLength: settings.lengthMinutes ?? "" }}
        kind={kind}
      />
    </RoomSubpage>
  );
}

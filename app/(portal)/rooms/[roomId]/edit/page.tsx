import { notFound } from "next/navigation";
import { EditForm } from "@/components/rooms/edit-form";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { settingsFields } from "@/components/rooms/settings-fields";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { loadPage } from "@/lib/web/load-page";
import { messagesOf, words } from "@/lib/words/words";
import { editRoomAction } from "./actions";

const say = words("rooms");

type Props = { params: Promise<{ roomId: string }> };

export default async function EditRoomPage({ params }: Props) {
  const { roomId } = await params;
  const { room, mayChange } = await loadPage((ctx) => getRoom(ctx, roomId));
  if (!mayChange) notFound();
  const { title, version } = room;
  return (
    <RoomSubpage room={room} heading={say("edit-title", { title })} lead={say("edit-lead")}>
      <EditForm
        action={editRoomAction}
        messages={messagesOf("roomForm")}
        hidden={{ roomId, version: String(version) }}
        defaults={settingsFields(room)}
      />
    </RoomSubpage>
  );
}

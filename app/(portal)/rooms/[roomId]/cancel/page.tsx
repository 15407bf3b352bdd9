import type { Metadata } from "next";
import { ActForm } from "@/components/forms/act-form";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { memberReader } from "@/lib/web/member-reader";
import { sayWindow } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { loadRoomToChange } from "@/app/(portal)/rooms/[roomId]/load-room";
import { cancelRoomAction } from "./actions";

const say = words("rooms");

export const metadata: Metadata = { title: say("cancel") };

type Props = { params: Promise<{ roomId: string }> };

export default async function CancelRoomPage({ params }: Props) {
  const { roomId } = await params;
  const { room, roster, now } = await loadRoomToChange(roomId);
  const { title, version } = room;
  const { opensAt, closesAt } = room.window;
  const window = sayWindow(opensAt, closesAt, await memberReader(), now);
  const isRunning = roster.some(({ isInside }) => isInside);
  return (
    <RoomSubpage
      room={room}
      heading={say("cancel-title", { title })}
      lead={say("cancel-lead", { window })}
    >
      {isRunning && <Notice tone="soon" title={say("cancel-running")} />}
      <ActForm
        action={cancelRoomAction}
        hidden={{ roomId, version: String(version) }}
        submit={{ label: say("cancel-submit"), busy: words("roomForm")("busy"), variant: "stop" }}
        text={{ name: "reason", label: say("cancel-reason"), hint: say("cancel-reason-hint") }}
      />
      <p>
        <ButtonLink href={`/rooms/${roomId}`}>{say("cancel-keep")}</ButtonLink>
      </p>
    </RoomSubpage>
  );
}

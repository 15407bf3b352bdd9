import type { Metadata } from "next";
import { RehearsalTable } from "@/components/rooms/rehearsal-table";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { TimesIn } from "@/components/shell/times-in";
import { EmptyState } from "@/components/ui/empty-state";
import { rehearseRoom } from "@/lib/operations/rooms/rehearse-room";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { loadRoom } from "@/app/(portal)/rooms/[roomId]/load-room";
import { words } from "@/lib/words/words";

const say = words("rooms");

export const metadata: Metadata = { title: say("rehearsal") };

type Props = { params: Promise<{ roomId: string }> };

export default async function RehearsalPage({ params }: Props) {
  const { roomId } = await params;
  const { detail, now } = await loadRoom(roomId);
  const seats = await loadPage((ctx) => rehearseRoom(ctx, roomId));
  const reader = await memberReader();
  return (
    <RoomSubpage
      isWide
      room={detail.room}
      heading={say("rehearsal-title")}
      lead={say("rehearsal-lead")}
    >
      {seats.length === 0 ? (
        <EmptyState title={say("rehearsal-empty")} />
      ) : (
        <>
          <TimesIn timeZone={reader.timeZone} />
          <RehearsalTable seats={seats} reader={reader} now={now} />
        </>
      )}
    </RoomSubpage>
  );
}

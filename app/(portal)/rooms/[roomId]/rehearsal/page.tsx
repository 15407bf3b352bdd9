import { RehearsalTable } from "@/components/rooms/rehearsal-table";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { EmptyState } from "@/components/ui/empty-state";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { rehearseRoom } from "@/lib/operations/rooms/rehearse-room";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { words } from "@/lib/words/words";

const say = words("rooms");

type Props = { params: Promise<{ roomId: string }> };

export default async function RehearsalPage({ params }: Props) {
  const { roomId } = await params;
  const { detail, seats, now } = await loadPage(async (ctx) => ({
    detail: await getRoom(ctx, roomId),
    seats: await rehearseRoom(ctx, roomId),
    now: ctx.now,
  }));
  return (
    <RoomSubpage room={detail.room} heading={say("rehearsal-title")} lead={say("rehearsal-lead")}>
      {seats.length === 0 ? (
        <EmptyState title={say("rehearsal-empty")} />
      ) : (
        <RehearsalTable seats={seats} reader={await memberReader()} now={now} />
      )}
    </RoomSubpage>
  );
}

import { RecordView } from "@/components/rooms/record-view";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { readPosition } from "@/lib/domain/room/record-position";
import { readRoomRecord } from "@/lib/operations/record/read-room-record";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { words } from "@/lib/words/words";

type Props = {
  params: Promise<{ roomId: string }>;
  searchParams: Promise<{ after?: string }>;
};

export default async function RoomRecordPage({ params, searchParams }: Props) {
  const { roomId } = await params;
  const after = readPosition((await searchParams).after);
  const { record, now } = await loadPage(async (ctx) => ({
    record: await readRoomRecord(ctx, roomId, after),
    now: ctx.now,
  }));
  const room = { id: roomId, title: record.title };
  return (
    <RoomSubpage isWide room={room} heading={words("record")("title")}>
      <RecordView
        record={record}
        path={`/rooms/${roomId}/record`}
        after={after}
        reader={await memberReader()}
        now={now}
      />
    </RoomSubpage>
  );
}

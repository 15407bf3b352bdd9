import Link from "next/link";
import { RecordList } from "@/components/rooms/record-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
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
  const after = Number.parseInt((await searchParams).after ?? "0", 10) || 0;
  const { page, now } = await loadPage(async (ctx) => ({
    page: await readRoomRecord(ctx, roomId, after),
    now: ctx.now,
  }));
  const say = words("record");
  const { brokenAt, lines: count } = page.chain;
  return (
    <div className="flex flex-col gap-6">
      <Link href={`/rooms/${roomId}`}>{say("backToRoom", { title: page.title })}</Link>
      <h1 className="text-2xl font-semibold">{say("title")}</h1>
      {brokenAt !== null && (
        <Notice tone="stop" role="alert" title={say("broken", { position: brokenAt })} />
      )}
      {brokenAt === null && count > 0 && <p className="text-quiet">{say("intact", { count })}</p>}
      {count === 0 ? (
        <EmptyState title={say("empty")} />
      ) : (
        <RecordList lines={page.lines} names={page.names} reader={await memberReader()} now={now} />
      )}
      <p className="flex gap-6">
        {after > 0 && <Link href={`/rooms/${roomId}/record`}>{say("older")}</Link>}
        {page.next !== null && (
          <Link href={`/rooms/${roomId}/record?after=${page.next}`}>{say("newer")}</Link>
        )}
      </p>
    </div>
  );
}

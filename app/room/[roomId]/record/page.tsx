import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { RecordView } from "@/components/rooms/record-view";
import { PublicFrame } from "@/components/shell/public-frame";
import { LINK } from "@/components/ui/link-look";
import { AppError } from "@/lib/domain/errors";
import { readPosition } from "@/lib/domain/room/record-position";
import { readOwnRecord } from "@/lib/operations/record/read-own-record";
import { visitorContext } from "@/lib/web/room-context";
import { words } from "@/lib/words/words";

type Props = {
  params: Promise<{ roomId: string }>;
  searchParams: Promise<{ after?: string }>;
};

export const metadata: Metadata = { robots: { index: false } };

/** What happened in the room, for those who lead it. To everybody else the page does not exist. */
export default async function OwnRecordPage({ params, searchParams }: Props) {
  const { roomId } = await params;
  const after = readPosition((await searchParams).after);
  const ctx = await visitorContext(await headers(), roomId);
  const record = await load(ctx, after);
  const { title, organizationName, timeZone } = record;
  const say = words("record");
  return (
    <PublicFrame owner={organizationName}>
      <div className="flex flex-col gap-6">
        <h1 className="text-xl font-bold sm:text-2xl">{say("title")}</h1>
        <RecordView
          record={record}
          path={`/room/${roomId}/record`}
          after={after}
          reader={{ language: "en", timeZone }}
          now={ctx.now}
        />
        <p>
          <a className={LINK} href={`/room/${roomId}`}>
            {say("backToRoom", { title })}
          </a>
        </p>
      </div>
    </PublicFrame>
  );
}

async function load(ctx: Awaited<ReturnType<typeof visitorContext>>, after: number) {
  try {
    return await readOwnRecord(ctx, after);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  }
}

import type { Metadata } from "next";
import { CopyableText } from "@/components/forms/copyable-text";
import { RoomFacts } from "@/components/rooms/room-facts";
import { RoomHead } from "@/components/rooms/room-head";
import { SeeAnew } from "@/components/rooms/see-anew";
import { DoneNotice } from "@/components/ui/done-notice";
import { isInLobby } from "@/lib/domain/room/decision";
import { readTold, TOLD, TOLD_OF_CLOCK } from "@/lib/domain/room/told";
import type { RoomDetail } from "@/lib/operations/rooms/get-room";
import { seatOutlooks } from "@/lib/operations/rooms/seat-outlooks";
import { listRoomClashes } from "@/lib/operations/roster/list-room-clashes";
import { listRoomMail } from "@/lib/operations/roster/list-room-mail";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { publicAddress } from "@/lib/web/public-address";
import { sayDayAndTime, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { loadRoom } from "./load-room";
import { Roster } from "./roster";

const say = words("rooms");

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ roomId: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roomId } = await params;
  const { detail } = await loadRoom(roomId);
  return { title: detail.room.title };
}

export default async function RoomPage({ params, searchParams }: Props) {
  const { roomId } = await params;
  const query = await searchParams;
  const { detail, now } = await loadRoom(roomId);
  const [outlooks, mails, clashes] = await loadPage((ctx) =>
    Promise.all([
      seatOutlooks(ctx, roomId),
      listRoomMail(ctx, roomId),
      listRoomClashes(ctx, roomId),
    ]),
  );
  const { room, roster } = detail;
  const isStanding = detail.state === "coming" || detail.state === "open";
  const reader = await memberReader();
  const decisions = [...outlooks.values()].map(({ decision }) => decision);
  const counts = {
    insideCount: roster.filter(({ isInside }) => isInside).length,
    waitingCount: decisions.filter(isInLobby).length,
  };
  const address = room.access === "open" && (
    <CopyableText
      text={publicAddress(`/room/${room.id}`)}
      label={say("fact-address-link")}
      copy={say("copy")}
      copied={say("copied")}
    />
  );
  return (
    <div className="flex flex-col gap-10">
      <SeeAnew channel={isStanding ? `/rooms/${roomId}/live` : undefined} />
      <Told query={query} room={room} reader={reader} now={now} />
      <RoomHead
        {...detail}
        counts={counts}
        hasOwnSeat={detail.ownSeatId !== null}
        reader={reader}
        now={now}
      />
      <section aria-labelledby="facts">
        <h2 id="facts" className="mb-3 text-lg font-semibold">
          {say("facts", { thing: say("thing", { kind: room.kind }) })}
        </h2>
        <RoomFacts room={room} address={address} reader={reader} now={now} />
      </section>
      <Roster {...{ detail, outlooks, mails, clashes, query, reader, now }} />
    </div>
  );
}

type ToldProps = { query: Query; room: RoomDetail["room"]; reader: Reader; now: Date };

/** What was just done to the room. */
function Told({ query, room, reader, now }: ToldProps) {
  const told = readTold(TOLD, query.told);
  if (!told) return null;
  const clock = readTold(TOLD_OF_CLOCK, query.clock);
  const when = sayDayAndTime(room.window.opensAt, { ...reader, timeZone: room.timeZone }, now);
  return (
    <DoneNotice tone={clock ? "soon" : "open"} title={say(`told-${told}`)}>
      {clock && <p>{say(`told-clock-${clock}`, { when })}</p>}
    </DoneNotice>
  );
}

import type { Metadata } from "next";
import { loadRoom } from "@/app/(portal)/rooms/[roomId]/load-room";
import { admitFromLobbyAction, returnSeatAction } from "@/app/(portal)/rooms/[roomId]/actions";
import { RemedyButton } from "@/components/rooms/remedy-button";
import { RoomSubpage } from "@/components/rooms/room-subpage";
import { outlookTone, sayEntry } from "@/components/rooms/say-outlook";
import { WhyForm } from "@/components/rooms/why-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { isDate, isTime, toInstant, toWallTime } from "@/lib/domain/calendar/wall-time";
import { can } from "@/lib/domain/room/permissions";
import type { RoomDetail } from "@/lib/operations/rooms/get-room";
import { seatOutlooks } from "@/lib/operations/rooms/seat-outlooks";
import { loadPage } from "@/lib/web/load-page";
import { sayDayAndTime } from "@/lib/words/times";
import { words } from "@/lib/words/words";

const say = words("rooms");

export const metadata: Metadata = { title: say("why") };

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ roomId: string }>; searchParams: Promise<Query> };

export default async function WhyPage({ params, searchParams }: Props) {
  const { roomId } = await params;
  const query = await searchParams;
  const { detail, now } = await loadRoom(roomId);
  const { room, roster } = detail;
  const seat = roster.find(({ id }) => id === query.seat) ?? roster[0];
  const at = momentOf(query, room.timeZone) ?? now;
  return (
    <RoomSubpage room={room} heading={say("why-title")} lead={say("why-lead")}>
      {seat ? (
        <>
          <WhyForm
            people={roster}
            seatId={seat.id}
            moment={toWallTime(at, room.timeZone)}
            timeZone={room.timeZone}
          />
          <Answer detail={detail} seat={seat} at={at} now={now} />
        </>
      ) : (
        <EmptyState title={say("rehearsal-empty")} />
      )}
    </RoomSubpage>
  );
}

/** The moment that an address asks about, on the room's own clock; null when it names none. */
function momentOf({ date, time }: Query, timeZone: string): Date | null {
  if (typeof date !== "string" || typeof time !== "string") return null;
  return isDate(date) && isTime(time) ? toInstant({ date, time }, timeZone).instant : null;
}

type AnswerProps = {
  detail: RoomDetail;
  seat: RoomDetail["roster"][number];
  at: Date;
  now: Date;
};

/** What the room answers this person at that moment, and what helps. */
async function Answer({ detail, seat, at, now }: AnswerProps) {
  const { room, mayChange, ownSeatId } = detail;
  const outlook = (await loadPage((ctx) => seatOutlooks(ctx, room.id, at))).get(seat.id);
  if (!outlook) return null;
  const { decision, remedy } = outlook;
  const reader = { language: "en", timeZone: room.timeZone };
  const waitsInLobby = room.lobby && !can(seat.role, "passLobby");
  const told = { decision, isInside: false, waitsInLobby };
  const title = say("why-answer", { name: seat.name, when: sayDayAndTime(at, reader, now) });
  const helps = remedy && (mayChange || remedy === "plan-again");
  return (
    <Notice tone={outlookTone(told)} role="status" title={title}>
      <p className="text-lg font-semibold">{sayEntry(told, reader, at)}</p>
      <p>{say(`why-${decision.kind === "admit" ? "admit" : decision.reason}`)}</p>
      {helps && (
        <RemedyButton
          room={room}
          seat={seat}
          remedy={remedy}
          hasOwnSeat={ownSeatId !== null}
          actions={{ letBack: returnSeatAction, admit: admitFromLobbyAction }}
        />
      )}
    </Notice>
  );
}

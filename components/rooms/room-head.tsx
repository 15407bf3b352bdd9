import Link from "next/link";
import { TimesIn } from "@/components/shell/times-in";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { LINK } from "@/components/ui/link-look";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { RoomState } from "@/lib/domain/room/room-state";
import type { Window } from "@/lib/domain/room/window";
import { isSameClock, sayDayAndTime, sayPlace, sayWindow, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { StateBadge } from "./state-badge";

type MovedTo = {
  id: string;
  opensAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
};

type RoomHeadProps = {
  room: {
    id: string;
    title: string;
    kind: RoomKind;
    window: Window;
    timeZone: string;
    liveAt: Date | null;
    cancelReason: string | null;
  };
  state: RoomState;
  counts: { insideCount: number; waitingCount: number };
  movedTo: MovedTo | null;
  hasOwnSeat: boolean;
  mayChange: boolean;
  mayManage: boolean;
  reader: Reader;
  now: Date;
};

/** What it is, when, where it stands, and what this member can do with it. */
export function RoomHead(props: RoomHeadProps) {
  const { room, state, counts, reader, now } = props;
  const { opensAt, closesAt } = room.window;
  const there = { ...reader, timeZone: room.timeZone };
  const isElsewhere = !isSameClock(opensAt, reader.timeZone, room.timeZone);
  const say = words("rooms");
  return (
    <header className="flex flex-col gap-3">
      <h1 className="text-xl font-bold sm:text-2xl">{room.title}</h1>
      <div>
        <p className="text-lg tabular-nums">{sayWindow(opensAt, closesAt, reader, now)}</p>
        <TimesIn timeZone={reader.timeZone} />
        {isElsewhere && (
          <p className="text-quiet tabular-nums">
            {say("when-there", {
              when: sayWindow(opensAt, closesAt, there, now),
              place: sayPlace(room.timeZone),
            })}
          </p>
        )}
      </div>
      <StateBadge
        {...counts}
        state={state}
        opensAt={opensAt}
        isLive={room.liveAt !== null}
        now={now}
      />
      <StandingNotice {...props} />
      <Actions {...props} />
    </header>
  );
}

/** Why nothing can be changed any more, and where it went on. */
function StandingNotice({ room, state, movedTo, reader, now }: RoomHeadProps) {
  const say = words("rooms");
  if (state === "moved" && movedTo) return <MovedNotice to={movedTo} reader={reader} now={now} />;
  if (state === "cancelled") {
    const title = say("cancelled-notice", { reason: room.cancelReason ?? "none" });
    return (
      <Notice tone="stop" title={title}>
        {say("cancelled-notice-why")}
      </Notice>
    );
  }
  if (state !== "over" && state !== "ended") return null;
  return <Notice title={say(`${state}-notice`)}>{say("past-notice-why")}</Notice>;
}

/** Where it went, and that this was called off in turn. */
function MovedNotice({ to, reader, now }: Pick<RoomHeadProps, "reader" | "now"> & { to: MovedTo }) {
  const say = words("rooms");
  const when = sayDayAndTime(to.opensAt, reader, now);
  const isOff = to.cancelledAt !== null;
  const title = isOff
    ? say("moved-off-notice", { reason: to.cancelReason ?? "none" })
    : say("moved-notice");
  return (
    <Notice tone={isOff ? "stop" : "soon"} title={title}>
      <p>{say(isOff ? "cancelled-notice-why" : "moved-notice-why")}</p>
      <p>
        <Link href={`/rooms/${to.id}`} className={LINK}>
          {say("moved-to", { when })}
        </Link>
      </p>
    </Notice>
  );
}

function Actions({ room, state, hasOwnSeat, mayChange, mayManage }: RoomHeadProps) {
  const isEnterable = hasOwnSeat && (state === "coming" || state === "open");
  const say = words("rooms");
  const to = (page: string) => `/rooms/${room.id}/${page}`;
  const thing = say("thing", { kind: room.kind });
  return (
    <nav aria-label={say("actions")} className="flex flex-wrap gap-2">
      {isEnterable && (
        <ButtonLink href={`/room/${room.id}`} variant="filled">
          {say("open-room", { thing })}
        </ButtonLink>
      )}
      {mayChange && (
        <>
          <ButtonLink href={to("edit")}>{say("edit")}</ButtonLink>
          <ButtonLink href={to("move")}>{say("move")}</ButtonLink>
          <ButtonLink href={to("cancel")}>{say("cancel")}</ButtonLink>
        </>
      )}
      <ButtonLink href={to("rehearsal")} variant="bare">
        {say("rehearsal")}
      </ButtonLink>
      <ButtonLink href={to("why")} variant="bare">
        {say("why")}
      </ButtonLink>
      {mayManage && (
        <ButtonLink href={to("record")} variant="bare">
          {say("record")}
        </ButtonLink>
      )}
    </nav>
  );
}

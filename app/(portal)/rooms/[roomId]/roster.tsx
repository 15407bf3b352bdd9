import { AddPersonForm } from "@/components/rooms/add-person-form";
import { RosterList, type RosterLineView } from "@/components/rooms/roster-list";
import { sayMailState } from "@/components/rooms/say-mail-state";
import { lacksLink, outlookTone, sayOutlook } from "@/components/rooms/say-outlook";
import { SeatPanel } from "@/components/rooms/seat-panel";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listTimeZones } from "@/lib/domain/calendar/time-zone";
import type { Clash } from "@/lib/domain/room/clash";
import { isInLobby } from "@/lib/domain/room/decision";
import { can } from "@/lib/domain/room/permissions";
import { CAPACITIES_OF, VISITOR_CAPACITY } from "@/lib/domain/room/room-kind";
import { readTold, TOLD_OF_SEAT } from "@/lib/domain/room/told";
import type { RoomDetail } from "@/lib/operations/rooms/get-room";
import type { SeatOutlook } from "@/lib/operations/rooms/seat-outlooks";
import type { MailState } from "@/lib/domain/mail/mail-state";
import { sayWindow, type Reader } from "@/lib/words/times";
import { messagesOf, words } from "@/lib/words/words";
import {
  addPersonAction,
  admitFromLobbyAction,
  changeSeatRoleAction,
  copyLinkAction,
  removeSeatAction,
  resendInvitationAction,
  returnSeatAction,
  revokeLinksAction,
} from "./actions";

const say = words("rooms");

/** With more people than these the form below them is out of sight. */
const LONG_ROSTER = 5;

type Query = Record<string, string | string[] | undefined>;

type RosterProps = {
  detail: RoomDetail;
  outlooks: ReadonlyMap<string, SeatOutlook>;
  /** How it stands with the mails to each seat. */
  mails: readonly MailState[];
  /** Who is expected elsewhere at the same time. */
  clashes: readonly Clash[];
  query: Query;
  reader: Reader;
  now: Date;
};

/** Who may come, what the room answers each of them now, and one more person. */
export function Roster({ detail, outlooks, mails, clashes, query, reader, now }: RosterProps) {
  const { room, roster, mayChange } = detail;
  const mailOf = new Map(mails.map((mail) => [mail.seatId, mail]));
  const clashOf = new Map(clashes.map((clash) => [clash.seatId, clash]));
  const lines = roster.map((seat): RosterLineView => {
    const { id: seatId, name, email, birthYear, capacity, role, askedToReturnAt, isInside } = seat;
    const decision = outlooks.get(seatId)?.decision ?? { kind: "refuse", reason: "not-invited" };
    const waitsInLobby = room.lobby && !can(role, "passLobby");
    const outlook = { decision, isInside, waitsInLobby, isLockedOut: seat.isLockedOut };
    return {
      ...{ seatId, name, email, birthYear, capacity, role },
      isMe: seatId === detail.ownSeatId,
      asksToReturn: askedToReturnAt !== null,
      excuse: sayExcuse(seat),
      clash: sayClash(clashOf.get(seatId), reader, now),
      outlook: { text: sayOutlook(outlook, reader, now), tone: outlookTone(outlook) },
      lacksLink: lacksLink(outlook),
      isInLobby: isInLobby(decision),
      mail: sayMailState(mailOf.get(seatId), reader, now),
    };
  });
  const count = roster.filter(({ removedAt }) => !removedAt).length;
  return (
    <section aria-labelledby="people" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="people" className="text-lg font-semibold">
          {say("people")}
        </h2>
        {lines.length > 0 && <p className="text-quiet">{say("people-count", { count })}</p>}
        {mayChange && lines.length > LONG_ROSTER && (
          <ButtonLink variant="bare" href="#add">
            {say("add-title")}
          </ButtonLink>
        )}
      </div>
      {lines.length === 0 ? (
        <EmptyState title={say("people-count", { count })}>
          {mayChange && say("people-empty-why")}
        </EmptyState>
      ) : (
        <RosterList
          roomId={room.id}
          lines={lines}
          open={mayChange ? openPanel(detail, query) : null}
          mayChange={mayChange}
          admit={admitFromLobbyAction}
        />
      )}
      {mayChange && <AddPerson room={room} reader={reader} />}
    </section>
  );
}

function sayExcuse({ excusedAt, excuseReason: reason }: RoomDetail["roster"][number]) {
  if (!excusedAt) return null;
  return reason ? say("excused-reason", { reason }) : say("excused");
}

function sayClash(clash: Clash | undefined, reader: Reader, now: Date) {
  if (!clash) return null;
  return say("clash", { when: sayWindow(clash.opensAt, clash.closesAt, reader, now) });
}

/** The line that the address asks for, with everything that can be done there. */
function openPanel({ room, roster }: RoomDetail, query: Query) {
  const seat = roster.find(({ id }) => id === query.seat);
  if (!seat) return null;
  const { id: seatId, name } = seat;
  const told = readTold(TOLD_OF_SEAT, query.told);
  const panel = (
    <SeatPanel
      roomId={room.id}
      seat={{ ...seat, isRemoved: seat.removedAt !== null }}
      told={told && say(`told-${told}`, { name })}
      actions={{
        changeRole: changeSeatRoleAction,
        copyLink: copyLinkAction,
        resend: resendInvitationAction,
        revoke: revokeLinksAction,
        remove: removeSeatAction,
        letBack: returnSeatAction,
      }}
    />
  );
  return { seatId, panel };
}

function AddPerson({ room, reader }: { room: RoomDetail["room"]; reader: Reader }) {
  const { id, kind, timeZone } = room;
  const capacities = CAPACITIES_OF[kind].map((capacity) => ({
    value: capacity,
    label: say(`capacity-${capacity}`),
  }));
  return (
    <section aria-labelledby="add" className="rounded border border-line bg-surface p-5">
      <h3 id="add" className="mb-4 text-lg font-semibold">
        {say("add-title")}
      </h3>
      <AddPersonForm
        action={addPersonAction}
        messages={messagesOf("roomForm")}
        roomId={id}
        capacities={capacities}
        timeZones={[...new Set([timeZone, reader.timeZone, ...listTimeZones()])]}
        defaults={{ capacity: VISITOR_CAPACITY[kind], timeZone }}
        asksBirthYear={kind === "visit"}
      />
    </section>
  );
}

import "server-only";
import type { Knowledge } from "@/lib/domain/mail/decide-mail";
import type { ExcusedPerson } from "@/lib/domain/mail/excuse-mail";
import { LEADING_CAPACITIES, type MailRoom, type MailSeat } from "@/lib/domain/mail/mail-facts";
import { database } from "./client";
import type { RoomModel, SeatModel, PersonModel } from "./generated/models";
import { findKnowledgeOfOldDate } from "./seat-mail";

/** What a mail to this seat may need; the roster holds only those who lead and the seat itself. */
export type MailFacts = { room: MailRoom; seat: MailSeat; aboutOldDate: Knowledge | null };

/** Everything about a seat and its room that decides which mail is due; null when it is gone. */
export async function findMailFacts(seatId: string): Promise<MailFacts | null> {
  const row = await database().seat.findUnique({
    where: { id: seatId },
    include: {
      person: true,
      room: {
        include: {
          organization: { select: { name: true } },
          seats: {
            where: { OR: [{ id: seatId }, { capacity: { in: [...LEADING_CAPACITIES] } }] },
            include: { person: true },
            orderBy: { id: "asc" },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { room } = row;
  return {
    room: toMailRoom(room, room.organization.name, room.seats.map(toMailSeat)),
    seat: toMailSeat(row),
    aboutOldDate: await findKnowledgeOfOldDate(room.organizationId, room.id, row.personId),
  };
}

/** Who said that they can't come, or took that back; null when they are on the roster no more. */
export async function findExcusedPerson(seatId: string): Promise<ExcusedPerson | null> {
  const seat = await database().seat.findUnique({
    where: { id: seatId, removedAt: null },
    select: {
      capacity: true,
      excusedAt: true,
      excuseReason: true,
      person: { select: { name: true } },
    },
  });
  if (!seat) return null;
  const { capacity, excusedAt, excuseReason, person } = seat;
  return {
    name: person.name,
    capacity,
    excuse: excusedAt && { at: excusedAt, reason: excuseReason },
  };
}

function toMailSeat({ person, ...seat }: SeatModel & { person: PersonModel }): MailSeat {
  const { id, role, capacity, removedAt, removedReason } = seat;
  const { name, email, timeZone } = person;
  const removed = removedAt && { reason: removedReason };
  return { id, name, email, timeZone, role, capacity, removed };
}

function toMailRoom(room: RoomModel, organizationName: string, roster: MailSeat[]): MailRoom {
  const { id, kind, title, opensAt, closesAt, timeZone, lobby } = room;
  const { calendarUid, calendarSequence, cancelledAt, cancelReason } = room;
  return {
    id,
    kind,
    title,
    organizationName,
    window: { opensAt, closesAt },
    timeZone,
    leadMinutes: {
      presenter: room.presenterLeadMinutes,
      collaborator: room.collaboratorLeadMinutes,
      attendee: room.attendeeLeadMinutes,
      consumer: room.consumerLeadMinutes,
    },
    lobby,
    cancelled: cancelledAt && { reason: cancelReason },
    isMoved: room.movedToId !== null,
    isEnded: room.endedAt !== null,
    calendarUid,
    calendarSequence,
    roster,
  };
}

import "server-only";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block, tzlib_get_offset } from "timezones-ical-library";
import type { RoomMail } from "@/lib/domain/mail/mailer";
import { words } from "@/lib/words/words";
import { entryLine, lead, partLine } from "./messages/room-facts";

const say = words("mail");

export type CalendarFile = { method: "REQUEST" | "CANCEL"; content: string };

/**
 * The recipient's own calendar entry (RFC 5545, iTIP): the same UID always, a rising SEQUENCE, and
 * nobody but the organizer and the recipient in it.
 *
 * The entry carries the recipient's personal link, as description and URL. It is their own entry in
 * their own mail, and it is where people look when the time has come. It is marked private, so that
 * calendars shared with colleagues or family show only that the time is taken, and the link is not
 * in LOCATION, which lock screens and shared views print first.
 */
export function calendarFileFor(mail: RoomMail, organizerEmail: string): CalendarFile {
  const { facts, kind, sequence, madeAt } = mail;
  const isOff = kind === "cancellation" || kind === "removal";
  const method = isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const { opensAt, closesAt } = facts.window;
  const zone = zoneBlock(facts.roomTimeZone, [opensAt, closesAt]);
  const at = (instant: Date) => (zone ? zoned(instant, zone.id) : instant);

  const calendar = ical({
    method,
    prodId: { company: "Rostrum", product: "Rostrum", language: "EN" },
    // Without a zone of the calendar's own: with one, the library would write DTSTAMP in local time.
    timezone: { name: null, generator: () => zone?.block ?? null },
  });
  calendar.createEvent({
    id: facts.calendarUid,
    sequence,
    stamp: madeAt,
    start: at(opensAt),
    end: at(closesAt),
    timezone: zone?.id ?? null,
    summary: plain(facts.title),
    description: description(mail),
    url: facts.link,
    class: ICalEventClass.PRIVATE,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: quotable(facts.organizationName), email: organizerEmail },
    attendees: [
      {
        name: quotable(facts.name),
        email: facts.email,
        type: ICalAttendeeType.INDIVIDUAL,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        // Answers would go to an address that nobody reads.
        rsvp: false,
      },
    ],
  });
  return { method, content: `${calendar.toString()}\r\n` };
}

function description(mail: RoomMail): string {
  const { link, kind } = mail.facts;
  if (!link) return plain(lead(mail));
  // What changed is the mail's news; the entry says how it is.
  const first = plain(lead({ ...mail, kind: "invitation" }));
  const button = `${say(`button-${kind}`)}: ${link}`;
  return [first, `${partLine(mail)}\n${entryLine(mail)}`, button, say("link-is-yours")].join(
    "\n\n",
  );
}

/**
 * The VTIMEZONE of a zone and the id it goes by there, which may be another than the one asked for
 * (Asia/Calcutta is Asia/Kolkata). Null when the library does not know the zone, or when its rules
 * and this machine's disagree about one of the instants: then only UTC says the same to everybody.
 */
function zoneBlock(timeZone: string, instants: Date[]): { id: string; block: string } | null {
  const [block, line] = tzlib_get_ical_block(timeZone);
  const id = line?.startsWith("TZID=") ? line.slice("TZID=".length) : null;
  if (!block || !id) return null;
  const isAgreed = instants.every((instant) => {
    const there = zoned(instant, id);
    const date = there.toPlainDate().toString();
    const time = there.toPlainTime().toString({ smallestUnit: "minute" });
    return tzlib_get_offset(id, date, time) === there.offset.replace(":", "");
  });
  return isAgreed ? { id, block } : null;
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** One line without control characters: a text that somebody typed can't become a line of the file. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

// A parameter in quotes knows no escape for quotes (RFC 5545 §3.2), so they become plain ones.
function quotable(name: string): string {
  return plain(name).replaceAll('"', "'").replaceAll("\\", "/");
}

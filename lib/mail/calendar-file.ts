import "server-only";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  type ICalEventData,
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
  const { facts, kind } = mail;
  const isOff = kind === "cancellation" || kind === "removal";
  const method = isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const content = fileOf(mail, method, {
    description: description(mail),
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
  return { method, content };
}

type EntryMail = Pick<RoomMail, "facts" | "sequence" | "madeAt">;

/**
 * The same entry, taken from the room's page instead of a mail: with the same UID, so that a later
 * mail changes it, and without attendees, since nobody is asked anything by it (RFC 5546 §3.2.1).
 * `facts.link` is no secret here.
 */
export function entryFileFor(entry: EntryMail, organizerEmail: string): string {
  const mail = { ...entry, jobId: "", kind: "invitation", before: null, reason: null } as const;
  return fileOf(mail, ICalCalendarMethod.PUBLISH, {
    description: linesOf(mail).join("\n\n"),
    status: ICalEventStatus.CONFIRMED,
    organizer: { name: quotable(entry.facts.organizationName), email: organizerEmail },
  });
}

type Particulars = Pick<ICalEventData, "description" | "status" | "organizer" | "attendees">;

function fileOf(mail: RoomMail, method: ICalCalendarMethod, particulars: Particulars): string {
  const { facts, sequence, madeAt } = mail;
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
    ...particulars,
    id: facts.calendarUid,
    sequence,
    stamp: madeAt,
    start: at(opensAt),
    end: at(closesAt),
    timezone: zone?.id ?? null,
    summary: plain(facts.title),
    url: facts.link,
    class: ICalEventClass.PRIVATE,
  });
  return `${calendar.toString()}\r\n`;
}

function description(mail: RoomMail): string {
  const { facts, reason } = mail;
  if (!facts.link) {
    return [lead(mail), ...(reason ? [say("reason", { reason })] : [])].map(plain).join("\n\n");
  }
  return [...linesOf(mail), say("link-is-yours")].join("\n\n");
}

/** What changed is the mail's news; the entry says how it is. */
function linesOf(mail: RoomMail): string[] {
  const { link, kind } = mail.facts;
  const first = plain(lead({ ...mail, kind: "invitation" }));
  return [
    first,
    `${partLine(mail)}\n${entryLine(mail)}`,
    `${say(`button-${kind}`)}: ${link ?? ""}`,
  ];
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

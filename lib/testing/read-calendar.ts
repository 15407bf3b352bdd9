import ICAL from "ical.js";

/** A calendar file as an independent parser reads it: exactly one event, its facts as values. */
export function readCalendar(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const [event, ...others] = calendar.getAllSubcomponents("vevent");
  if (!event || others.length > 0) throw new Error("not exactly one event");
  const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? "");
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    /** Names of the calendar's parts and of the event's, to see that nothing else came in. */
    parts: calendar.getAllSubcomponents().map(({ name }) => name),
    innerParts: event.getAllSubcomponents().map(({ name }) => name),
    properties: event.getAllProperties().map(({ name }) => name),
    uid: text("uid"),
    sequence: Number(text("sequence")),
    stamp: text("dtstamp"),
    summary: text("summary"),
    description: text("description"),
    status: text("status"),
    class: text("class"),
    url: text("url"),
    start: instantOf(event, "dtstart", zones),
    end: instantOf(event, "dtend", zones),
    startZone: String(event.getFirstProperty("dtstart")?.getFirstParameter("tzid") ?? ""),
    organizer: participant(event, "organizer"),
    attendees: event.getAllProperties("attendee").map((property) => ({
      email: String(property.getFirstValue()).replace(/^mailto:/i, ""),
      name: String(property.getFirstParameter("cn")),
    })),
  };
}

function participant(event: ICAL.Component, name: string) {
  const property = event.getFirstProperty(name);
  return {
    email: String(property?.getFirstValue()).replace(/^mailto:/i, ""),
    name: String(property?.getFirstParameter("cn")),
  };
}

// The zone is taken from the file's own VTIMEZONE, as a calendar without zone data would.
function instantOf(event: ICAL.Component, name: string, zones: ICAL.Timezone[]): Date {
  const property = event.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (!(value instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  const tzid = property?.getFirstParameter("tzid");
  const zone = zones.find((known) => known.tzid === tzid);
  if (tzid && !zone) throw new Error(`there is no VTIMEZONE for ${tzid}`);
  const time = value.clone();
  time.zone = zone ?? ICAL.Timezone.utcTimezone;
  return new Date(time.toUnixTime() * 1000);
}

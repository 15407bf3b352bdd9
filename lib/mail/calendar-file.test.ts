import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MailKind } from "@/lib/domain/mail/decide-mail";
import { mailRoom, mailSeat } from "@/lib/testing/mail-room-builder";
import { readCalendar } from "@/lib/testing/read-calendar";
import { LINK, roomMail } from "@/lib/testing/room-mail-builder";
import { calendarFileFor, entryFileFor } from "./calendar-file";

type Parts = Parameters<typeof roomMail>[1];

const fileFor = (kind: MailKind, parts?: Parts) =>
  calendarFileFor(roomMail(kind, parts), "rostrum@example.org").content;
const read = (kind: MailKind, parts?: Parts) => readCalendar(fileFor(kind, parts));

describe("a calendar entry", () => {
  test("has the room's UID, the mail's SEQUENCE and the window in the room's zone", () => {
    expect(read("invitation", { sequence: 7 })).toMatchObject({
      method: "REQUEST",
      parts: ["vtimezone", "vevent"],
      innerParts: [],
      uid: mailRoom().calendarUid,
      sequence: 7,
      stamp: "2027-03-08T09:00:00Z",
      summary: "Follow-up visit",
      status: "CONFIRMED",
      start: mailRoom().window.opensAt,
      end: mailRoom().window.closesAt,
      startZone: "Europe/Berlin",
    });
  });

  test("knows the organizer and the recipient, and nobody else", () => {
    expect(read("change")).toMatchObject({
      organizer: { name: "Riverside Clinic", email: "rostrum@example.org" },
      attendees: [{ name: "Samuel Reyes", email: "samuel@example.org" }],
    });
  });

  test("holds the personal link, marked private and not as a place", () => {
    const entry = read("invitation");
    expect(entry).toMatchObject({ class: "PRIVATE", url: LINK });
    expect(entry.description).toContain(LINK);
    expect(entry.properties).not.toContain("location");
  });

  test.each(["cancellation", "removal"] as const)(
    "is dropped by a %s, and loses the link",
    (kind) => {
      const entry = read(kind, { sequence: 8 });
      expect(entry).toMatchObject({ method: "CANCEL", status: "CANCELLED", sequence: 8, url: "" });
      expect(fileFor(kind)).not.toContain("/join/");
    },
  );
});

describe("an entry that is dropped", () => {
  test.each(["cancellation", "removal"] as const)("by a %s gives no reason without one", (kind) => {
    expect(read(kind).description).not.toContain("reason");
  });

  test.each([
    ["cancellation", "Your visit with Dr Amara Okafor was called off and doesn’t take place."],
    [
      "removal",
      "Riverside Clinic took you off the list for this visit, so you can’t come in any more.",
    ],
  ] as const)("by a %s gives the reason, in a line of its own", (kind, lead) => {
    const { description } = read(kind, { reason: "Dr Okafor is ill.\r\nURL:https://evil.example" });
    const reason = "The reason: Dr Okafor is ill. URL:https://evil.example";
    expect(description).toBe(`${lead}\n\n${reason}`);
  });
});

test("an entry taken from the page asks nobody anything, and a mail can change it later", () => {
  const { facts, madeAt } = roomMail("invitation");
  const page = { ...facts, link: "https://visits.example.org/room/1" };
  const file = entryFileFor({ facts: page, sequence: 3, madeAt }, "rostrum@example.org");
  expect(readCalendar(file)).toMatchObject({
    method: "PUBLISH",
    uid: facts.calendarUid,
    sequence: 3,
    status: "CONFIRMED",
    start: facts.window.opensAt,
    url: page.link,
    attendees: [],
  });
  expect(file).not.toContain("/join/");
  expect(file).not.toContain("yours alone");
});

describe("its time is the room's instant", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  // Rules of zones are known for these years; further ahead, both sides only guess.
  const instants = fc.date({
    min: new Date("2026-11-01T00:00:00Z"),
    max: new Date("2030-12-31T00:00:00Z"),
    noInvalidDate: true,
  });

  test("in every zone, also around clock changes, by the file's own VTIMEZONE", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (timeZone, instant) => {
        const opensAt = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
        const closesAt = new Date(opensAt.getTime() + 20 * 60_000);
        const entry = read("invitation", {
          room: mailRoom({ timeZone, window: { opensAt, closesAt } }),
        });
        expect([entry.start, entry.end]).toEqual([opensAt, closesAt]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("also in a zone that nobody has rules for", () => {
    const entry = read("invitation", { room: mailRoom({ timeZone: "Etc/Unknown" }) });
    expect(entry).toMatchObject({ start: mailRoom().window.opensAt, startZone: "" });
  });
});

describe("text that somebody typed stays text", () => {
  const attacks = [
    "a\r\nBEGIN:VALARM\r\nTRIGGER:-PT1M\r\nEND:VALARM",
    "a\nATTACH:file:///etc/passwd",
    "a\rDTSTART:20300101T000000Z",
    "a;b,c\\d\\ne:f",
    'a";CN=x:mailto:evil@example.org',
    "END:VEVENT",
    "\u2028BEGIN:VEVENT",
    "🩺".repeat(60),
    `${"a".repeat(72)}é漢字`,
  ];

  test.each(attacks)("%j", (text) => {
    const entry = read("invitation", {
      room: mailRoom({ title: text, organizationName: text }),
      seat: mailSeat({ name: text }),
    });
    const harmless = read("invitation");
    const line = text.replace(/[\r\n\u2028]+/g, " ").trim();
    expect(entry).toMatchObject({
      parts: harmless.parts,
      innerParts: [],
      properties: harmless.properties,
      summary: line,
      organizer: { email: "rostrum@example.org" },
      attendees: [{ email: "samuel@example.org" }],
      start: mailRoom().window.opensAt,
    });
    expect(entry.attendees[0]?.name).toBe(line.replaceAll('"', "'").replaceAll("\\", "/"));
  });

  test("whatever it is, the parser reads the same back, in lines of at most 75 octets", () => {
    const typed = fc.string({ unit: "binary", minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(typed, (text) => {
        const content = fileFor("invitation", { room: mailRoom({ title: `T${text}` }) });
        const expected = `T${text}`.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
        expect(readCalendar(content).summary).toBe(expected);
        const longest = Math.max(...content.split("\r\n").map((line) => Buffer.byteLength(line)));
        expect(longest).toBeLessThanOrEqual(75);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

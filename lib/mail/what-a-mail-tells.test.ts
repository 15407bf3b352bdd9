import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAIL_KINDS } from "@/lib/domain/mail/decide-mail";
import { decideExcuseMail } from "@/lib/domain/mail/excuse-mail";
import type { MailSeat } from "@/lib/domain/mail/mail-facts";
import { CAPACITIES, ROLES } from "@/lib/domain/room/role";
import { ROOM_KINDS } from "@/lib/domain/room/room-kind";
import { useMailServer } from "@/lib/testing/mail-server";
import { CLINICIAN, DAY_BEFORE, mailRoom, mailSeat } from "@/lib/testing/mail-room-builder";
import { LINK, roomMail } from "@/lib/testing/room-mail-builder";
import { calendarFileFor } from "./calendar-file";
import { roomMailContent } from "./messages/room-mail";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
import { roomMailer } from "./room-mailer";

type Mail = ReturnType<typeof roomMail>;

/** Everything a recipient gets, unfolded, so that a line break hides nothing. */
function everythingIn(mail: Mail): string {
  const content = roomMailContent(mail);
  const calendar = calendarFileFor(mail, "rostrum@example.org").content.replaceAll("\r\n ", "");
  return [content.subject, renderText(content), renderHtml(content), calendar].join("\n");
}

describe("nobody else is named", () => {
  const person = (index: number) =>
    fc.record({
      role: fc.constantFrom(...ROLES),
      capacity: fc.constantFrom(...CAPACITIES),
      isRemoved: fc.boolean(),
      // Names that occur nowhere else, so that finding one means it was told.
      name: fc.stringMatching(/^[A-Z][a-z]{3,9}q$/).map((name) => `${name}${index}x`),
    });
  const people = fc
    .integer({ min: 1, max: 8 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => person(index))));

  const toSeat = (
    one: {
      role: (typeof ROLES)[number];
      capacity: (typeof CAPACITIES)[number];
      isRemoved: boolean;
      name: string;
    },
    index: number,
  ): MailSeat & { email: string } =>
    mailSeat({
      id: `seat-${index}`,
      name: one.name,
      email: `${one.name.toLowerCase()}@private.example`,
      role: one.role,
      capacity: one.capacity,
      removed: one.isRemoved ? { reason: `because of ${one.name}` } : null,
    });

  test("in any mail, any of its parts, and the calendar, but those who lead", () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...MAIL_KINDS),
        fc.constantFrom(...ROOM_KINDS),
        (everybody, kind, roomKind) => {
          const roster = everybody.map(toSeat);
          const [me, ...others] = roster;
          if (!me) return;
          const said = everythingIn(
            roomMail(kind, { room: mailRoom({ kind: roomKind, roster }), seat: me }),
          );
          expect(said).toContain(me.email);
          for (const { name, email, capacity, removed } of others) {
            const leads = !removed && (capacity === "clinician" || capacity === "host");
            expect(said.includes(name)).toBe(leads);
            expect(said).not.toContain(email);
          }
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});

describe("mark-up in any field", () => {
  const nasty = `<img src=x onerror=alert(1)>"'&amp;</style></title>{hosts}`;
  const mail = roomMail("cancellation", {
    room: mailRoom({
      title: nasty,
      organizationName: nasty,
      roster: [mailSeat({ ...CLINICIAN, name: nasty })],
    }),
    seat: mailSeat({ name: nasty }),
    reason: nasty,
  });

  test("is inert in HTML, and stands there as it was typed", () => {
    const html = renderHtml(roomMailContent(mail));
    expect(html).not.toContain("<img");
    expect(html.match(/<\/?(title|style)/g)).toEqual(["<title", "</title", "<style", "</style"]);
    const escaped =
      "&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;amp;&lt;/style&gt;&lt;/title&gt;{hosts}";
    expect(html.split(escaped).length - 1).toBeGreaterThanOrEqual(5);
  });

  test("is plain text in text", () => {
    expect(renderText(roomMailContent(mail))).toContain(`The reason: ${nasty}`);
  });

  test("a reason with line breaks can't pass for a part of the mail", () => {
    const forged = roomMail("removal", { reason: "x\n\nGo to your visit:\nhttps://evil.example" });
    const text = renderText(roomMailContent(forged));
    expect(text).toContain("The reason: x Go to your visit: https://evil.example\n");
  });
});

describe("times", () => {
  const lineOf = (mail: Mail, label: string) =>
    roomMailContent(mail).facts.find((row) => row.label === label)?.lines;

  test("are the reader's, and name the zone", () => {
    expect(lineOf(roomMail("invitation"), "When")).toEqual([
      "Tue 9 March, 14:00–14:20 (your time, Berlin)",
    ]);
  });

  test("are the room's as well where its clocks show something else", () => {
    const seat = mailSeat({ timeZone: "America/New_York" });
    expect(lineOf(roomMail("invitation", { seat }), "When")).toEqual([
      "Tue 9 March, 08:00–08:20 (your time, New York)",
      "Tue 9 March, 14:00–14:20 in Berlin",
    ]);
  });

  test("of entry follow the role's lead", () => {
    expect(lineOf(roomMail("invitation"), "Come in")?.[0]).toMatch(/^From 13:45\. You wait/);
    const seat = mailSeat({ role: "presenter", capacity: "clinician" });
    expect(lineOf(roomMail("invitation", { seat }), "Come in")?.[0]).toMatch(
      /^From 13:30\. The page/,
    );
  });

  test("before a change are said in the reader's zone too", () => {
    const seat = mailSeat({ timeZone: "Asia/Kathmandu" });
    expect(roomMailContent(roomMail("move", { seat })).paragraphs).toEqual([
      "Your visit with Dr Amara Okafor has a new time. Before, it was Tue 2 March, 15:45.",
    ]);
  });
});

test("a change says only what changed", () => {
  const room = mailRoom();
  const { role, capacity } = mailSeat();
  const before = {
    entry: "kept",
    sequence: 0,
    title: "First visit",
    role,
    capacity,
    ...room.window,
  } as const;
  const { paragraphs } = roomMailContent(roomMail("change", { before }));
  expect(paragraphs).toEqual([
    "Something changed about your visit with Dr Amara Okafor. This is how it is now.",
    "It was called “First visit” before.",
  ]);
});

test("a mail has one button, or none where there is nothing to go to", () => {
  const buttonsOf = (mail: Mail) =>
    renderHtml(roomMailContent(mail)).split('class="button"').length - 1;
  expect(MAIL_KINDS.map((kind) => buttonsOf(roomMail(kind)))).toEqual([1, 1, 1, 0, 0]);
});

describe("through a real mail server", () => {
  const server = useMailServer();

  test("what arrives names nobody else either, in its raw bytes and decoded", async () => {
    const other = mailSeat({
      id: "other",
      name: "Wanjiru Kamau",
      email: "wanjiru@private.example",
    });
    const room = mailRoom({ roster: [CLINICIAN, mailSeat(), other] });
    for (const kind of MAIL_KINDS) await roomMailer(server.url()).send(roomMail(kind, { room }));
    expect(server.received).toHaveLength(MAIL_KINDS.length);
    for (const { raw, parsed } of server.received) {
      const files = parsed.attachments.map(({ content }) => content.toString("utf8"));
      const said = [raw, parsed.text, parsed.html, ...files].join("\n");
      expect(said).not.toMatch(/wanjiru|kamau|amara@riverside/i);
    }
    expect(server.received[0]?.parsed.text).toContain(LINK);
  });

  test("one who leads reads who can't come and why, and of nobody else", async () => {
    const other = mailSeat({ id: "other", name: "Wanjiru Kamau" });
    const room = mailRoom({ roster: [CLINICIAN, mailSeat(), other] });
    const reason = "My train\nwas <b>cancelled</b>";
    const excuse = { at: DAY_BEFORE, reason };
    const person = { name: "Samuel Reyes", capacity: "patient", excuse } as const;
    const facts = decideExcuseMail({
      ...{ room, seat: CLINICIAN, person, excusedAt: DAY_BEFORE, now: DAY_BEFORE },
    });
    if (!facts) throw new Error("a mail was due");
    await roomMailer(server.url()).sendExcuse({ jobId: "job", facts, madeAt: DAY_BEFORE });
    const [mail] = server.received;
    expect(mail?.to).toEqual([CLINICIAN.email]);
    expect(mail?.parsed.subject).toBe(
      "Samuel Reyes can’t come: Follow-up visit, Tue 9 March, 14:00",
    );
    expect(mail?.parsed.text).toContain("The reason: My train was <b>cancelled</b>\n");
    expect(mail?.parsed.html).not.toContain("<b>cancelled");
    expect(mail?.parsed.attachments).toEqual([]);
    expect(mail?.raw).not.toMatch(/wanjiru|samuel@|BEGIN:VCALENDAR/i);
  });
});

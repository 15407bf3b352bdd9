import { describe, expect, test } from "vitest";
import { NotSent } from "@/lib/domain/mail/mailer";
import { useMailServer } from "@/lib/testing/mail-server";
import { mailRoom, mailSeat } from "@/lib/testing/mail-room-builder";
import { LINK, roomMail } from "@/lib/testing/room-mail-builder";
import { signInContent } from "./messages/sign-in";
import { roomMailer } from "./room-mailer";
import { sendMail } from "./send-mail";

const server = useMailServer();
const send = (mail: ReturnType<typeof roomMail>) => roomMailer(server.url()).send(mail);

describe("a mail about a room", () => {
  test("goes to the recipient alone, from our address under the organization's name", async () => {
    expect(await send(roomMail("invitation"))).toBe("accepted");
    const [mail] = server.received;
    expect(mail?.to).toEqual(["samuel@example.org"]);
    expect(mail?.parsed.from?.value).toEqual([
      { name: "Riverside Clinic", address: "rostrum@example.org" },
    ]);
    expect(mail?.parsed.subject).toBe("Invitation: Follow-up visit, Tue 9 March, 14:00");
    expect(mail?.parsed.cc ?? mail?.parsed.bcc).toBeUndefined();
    expect(mail?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("is text, HTML and calendar as alternatives, and the calendar once more as a file", async () => {
    await send(roomMail("invitation"));
    const [mail] = server.received;
    const types = [...(mail?.raw.matchAll(/^Content-Type: ([^\r\n]+)/gim) ?? [])].map(([, t]) => t);
    expect(types.map((type) => type?.replace(/;\s*(boundary=.*)?$/, ""))).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain; charset=utf-8",
      "text/html; charset=utf-8",
      "text/calendar; charset=utf-8; method=REQUEST; name=invite.ics",
      "application/ics; name=invite.ics",
    ]);
    expect(mail?.parsed.text).toContain(LINK);
    expect(mail?.parsed.html).toContain(`href="${LINK}"`);
    const files = mail?.parsed.attachments.map(({ contentType, filename, content }) => ({
      contentType,
      filename,
      isCalendar: content.toString("utf8").startsWith("BEGIN:VCALENDAR"),
    }));
    const file = { filename: "invite.ics", isCalendar: true };
    expect(files).toEqual([
      { contentType: "text/calendar", ...file },
      { contentType: "application/ics", ...file },
    ]);
    expect(mail?.raw.match(/^Content-Disposition: attachment/gim)).toHaveLength(1);
  });

  test("cancels by METHOD:CANCEL", async () => {
    await send(roomMail("cancellation", { sequence: 3 }));
    expect(server.received[0]?.raw).toContain("text/calendar; charset=utf-8; method=CANCEL");
  });

  test("has the same Message-ID when it is sent once more, and another when it says something else", async () => {
    await send(roomMail("invitation"));
    await send(roomMail("invitation", { madeAt: new Date("2027-03-08T09:05:00Z") }));
    await send(roomMail("invitation", { sequence: 1 }));
    const [first, again, other] = server.received.map(({ parsed }) => parsed.messageId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("carries names and titles of any script whole", async () => {
    const title = "Рeview — 定期健診 “naïve” 🩺, part 2; {title} <b>&amp;</b>";
    await send(roomMail("invitation", { room: mailRoom({ title }) }));
    const [mail] = server.received;
    expect(mail?.parsed.subject).toContain(title);
    expect(mail?.parsed.text).toContain(title);
  });
});

describe("what could forge a header is refused", () => {
  test.each([
    ["a title", roomMail("invitation", { room: mailRoom({ title: "x\r\nBcc: all@example.org" }) })],
    ["a name", roomMail("invitation", { seat: mailSeat({ name: "x\nBcc: all@example.org" }) })],
    ["an organization", roomMail("invitation", { room: mailRoom({ organizationName: "x\r\ry" }) })],
    ["a second address", roomMail("invitation", { seat: mailSeat({ email: "a@b.org, c@d.org" }) })],
    [
      "an address with a name",
      roomMail("invitation", { seat: mailSeat({ email: "x <a@b.org>" }) }),
    ],
    [
      "an address with a line",
      roomMail("invitation", { seat: mailSeat({ email: "a@b.org\r\nx" }) }),
    ],
  ])("in %s", async (_, mail) => {
    await expect(send(mail)).rejects.toThrow(NotSent);
    expect(server.received).toEqual([]);
  });

  test("a comma or quote in a name names nobody else", async () => {
    await send(roomMail("invitation", { seat: mailSeat({ name: 'Reyes, "Sam" <x@y.org>' }) }));
    expect(server.received[0]?.to).toEqual(["samuel@example.org"]);
    expect(server.received[0]?.parsed.to).toMatchObject({
      value: [{ address: "samuel@example.org" }],
    });
  });
});

describe("when the server doesn't take it", () => {
  test("an address it will never take is an answer, not a failure", async () => {
    server.state.mood = "no such mailbox";
    expect(await send(roomMail("invitation"))).toBe("refused");
  });

  test.each(["busy", "relaying denied"] as const)("%s: it surely did not go out", async (mood) => {
    server.state.mood = mood;
    await expect(send(roomMail("invitation"))).rejects.toThrow(NotSent);
  });

  test("nobody listening: it surely did not go out", async () => {
    const nowhere = roomMailer("smtp://127.0.0.1:1");
    await expect(nowhere.send(roomMail("invitation"))).rejects.toThrow(NotSent);
  });

  test("hanging up after the mail: it may have gone out, and the error names nobody", async () => {
    server.state.mood = "takes and hangs up";
    const failure = await send(roomMail("invitation")).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(NotSent);
    expect(String(failure)).toMatch(/^Error: the sending broke off: \w+/);
    expect(server.received).toHaveLength(1);
  });
});

test("a sign-in mail says where, how long, and holds its link once as a button", async () => {
  const url = "https://visits.example.org/sign-in/open?token=abc&email=a%40example.org";
  const content = signInContent({ place: "Riverside Clinic", url, minutes: 15 });
  const to = { name: "", email: "amara@example.org" };
  expect(await sendMail({ to, content, id: null, calendar: null }, server.url())).toBe("accepted");
  const [mail] = server.received;
  expect(mail?.parsed.subject).toBe("Sign in to Riverside Clinic");
  expect(mail?.parsed.text).toContain(url);
  expect(mail?.parsed.text).toContain("within 15 minutes");
  expect(mail?.parsed.attachments).toEqual([]);
});

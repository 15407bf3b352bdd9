import "server-only";
import type { RoomMail } from "@/lib/domain/mail/mailer";
import type { FactRow } from "@/lib/mail/mail-content";
import {
  NO_BREAK,
  isSameClock,
  isSameDay,
  sayDayAndTime,
  sayPlace,
  sayTime,
  sayWindow,
  type Reader,
} from "@/lib/words/times";
import { words } from "@/lib/words/words";

const say = words("mail");
const list = new Intl.ListFormat("en", { type: "conjunction" });

/** Who reads the times of this mail. */
export function readerOf({ facts }: Pick<RoomMail, "facts">): Reader {
  return { language: "en", timeZone: facts.timeZone };
}

/** The first sentence: what happened, with whom. */
export function lead(mail: RoomMail): string {
  const { kind, facts, before, madeAt } = mail;
  const { organizationName, hosts } = facts;
  return say(`lead-${kind}`, {
    kind: facts.kind,
    organization: organizationName,
    led: hosts.length > 0 ? "yes" : "no",
    hosts: list.format(hosts),
    before: before ? sayDayAndTime(before.opensAt, readerOf(mail), madeAt) : "",
  });
}

/** When, with whom, as what and from when on, as label and lines. */
export function factRows(mail: RoomMail): FactRow[] {
  const { hosts, link } = mail.facts;
  const rows = [{ label: say("label-when"), lines: whenLines(mail) }];
  if (hosts.length > 0) rows.push({ label: say("label-with"), lines: [list.format(hosts)] });
  if (link) {
    rows.push({ label: say("label-part"), lines: [partLine(mail)] });
    rows.push({ label: say("label-entry"), lines: [entryLine(mail)] });
  }
  return rows;
}

/** Their part in words: what they are and may do. */
export function partLine({ facts: { role, capacity } }: RoomMail): string {
  return say("part", { role, capacity });
}

/** From when on they may come in, and how. */
export function entryLine(mail: RoomMail): string {
  const { comesInFrom, waitsInLobby, window } = mail.facts;
  const reader = readerOf(mail);
  return say("entry", {
    time: isSameDay(comesInFrom, window.opensAt, reader)
      ? sayTime(comesInFrom, reader)
      : sayDayAndTime(comesInFrom, reader, mail.madeAt),
    lobby: waitsInLobby ? "yes" : "no",
  });
}

/** When it takes place: in the recipient's zone, and in the room's where clocks differ there. */
export function whenLines(mail: Pick<RoomMail, "facts" | "madeAt">): string[] {
  const { facts, madeAt } = mail;
  const { timeZone, roomTimeZone, window } = facts;
  // Some mail programs draw what keeps a line together as a box.
  const windowIn = (timeZone: string) =>
    sayWindow(window.opensAt, window.closesAt, { ...readerOf(mail), timeZone }, madeAt).replace(
      NO_BREAK,
      "",
    );
  const yours = say("your-time", { window: windowIn(timeZone), place: sayPlace(timeZone) });
  if (isSameClock(window.opensAt, timeZone, roomTimeZone)) return [yours];
  return [
    yours,
    say("room-time", { window: windowIn(roomTimeZone), place: sayPlace(roomTimeZone) }),
  ];
}

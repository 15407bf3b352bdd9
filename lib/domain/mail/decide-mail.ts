import { isOver } from "@/lib/domain/room/window";
import type { MailRoom, MailSeat } from "./mail-facts";
import { changesSince, isSame, toldNow, type Told } from "./told";

export const MAIL_KINDS = ["invitation", "change", "move", "cancellation", "removal"] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** What a person was told about one date. */
export type Knowledge = {
  /** What the last mail that surely went out said, and when; null before the first. */
  told: { facts: Told; sentAt: Date } | null;
  /** What mails said since then that may have gone out: their sending broke off. Oldest first. */
  maybe: readonly Told[];
};

export type MailQuestion = {
  room: MailRoom;
  seat: MailSeat;
  knowledge: Knowledge;
  /** What they were told about the date that this room replaces; null when it replaces none. */
  aboutOldDate: Knowledge | null;
  /** When somebody asked for an invitation; null when it is only about news. */
  askedAt: Date | null;
  now: Date;
};

/** The mail that is due, what the recipient knew before it and knows after it. */
export type DueMail = { kind: MailKind; before: Told | null; after: Told };

/**
 * Which mail brings this seat's person up to date; null when none is due. It compares what is with
 * what they were told, so it does not matter in which order jobs run, or how often.
 */
export function decideMail(question: MailQuestion): DueMail | null {
  const { room, seat, now } = question;
  // Whoever opens the old address of a moved room is led on; the mail is about the new date.
  if (room.isMoved || room.isEnded || isOver(room.window, now)) return null;
  return room.cancelled || seat.removed ? farewell(question) : news(question);
}

/** Nobody is told that something does not take place which they never heard of. */
function farewell(question: MailQuestion): DueMail | null {
  if (!mayKnow(question).some(({ entry }) => entry === "kept")) return null;
  const { told } = question.knowledge;
  const kind = question.room.cancelled ? "cancellation" : "removal";
  return due(question, kind, told?.facts ?? null, "dropped");
}

function news(question: MailQuestion): DueMail | null {
  const { knowledge, aboutOldDate, askedAt } = question;
  const told = knowledge.told?.facts;
  const toldOfOldDate = aboutOldDate?.told?.facts;
  if (!told && toldOfOldDate?.entry === "kept") return due(question, "move", toldOfOldDate, "kept");
  if (told?.entry !== "kept") return due(question, "invitation", null, "kept");

  const before = [told, ...knowledge.maybe].find((facts) => isOutdated(question, facts));
  if (before?.entry === "kept") return due(question, "change", before, "kept");
  const wasAskedSince = askedAt && knowledge.told && knowledge.told.sentAt < askedAt;
  return before || wasAskedSince ? due(question, "invitation", null, "kept") : null;
}

function isOutdated({ room, seat }: MailQuestion, facts: Told): boolean {
  const now = toldNow(room, seat, "kept", facts.sequence);
  return facts.entry !== "kept" || changesSince(facts, now).length > 0;
}

/**
 * All they may know: also what mails said that perhaps never went out. What they heard of the old
 * date counts until a mail about this one surely reached them.
 */
function mayKnow({ knowledge, aboutOldDate }: MailQuestion): Told[] {
  const own = factsIn(knowledge);
  return knowledge.told || !aboutOldDate ? own : [...factsIn(aboutOldDate), ...own];
}

function factsIn({ told, maybe }: Knowledge): Told[] {
  return told ? [told.facts, ...maybe] : [...maybe];
}

function due(
  question: MailQuestion,
  kind: MailKind,
  before: Told | null,
  entry: Told["entry"],
): DueMail {
  const { room, seat } = question;
  const after = toldNow(room, seat, entry, room.calendarSequence);
  return { kind, before, after: { ...after, sequence: sequenceFor(after, mayKnow(question)) } };
}

/**
 * Each recipient has a calendar entry of their own, so its SEQUENCE may run ahead of the room's: it
 * rises with every change they are told, also with those that the room's does not count (RFC 5546
 * §2.1.4), and never falls. The same news told twice keeps it.
 */
function sequenceFor(after: Told, known: Told[]): number {
  const rising = known.map((facts) => facts.sequence + (isSame(facts, after) ? 0 : 1));
  return Math.max(after.sequence, ...rising);
}

/** What may be known once a mail is being sent, whatever becomes of it. */
export function maybeAfter({ maybe }: Knowledge, after: Told): Told[] {
  const others = maybe.filter((facts) => !isSame(facts, after) || facts.sequence < after.sequence);
  return [...others, after];
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { decideMail, maybeAfter, type Knowledge } from "@/lib/domain/mail/decide-mail";
import { factsForRecipient } from "@/lib/domain/mail/mail-facts";
import { DAY_BEFORE, mailRoom, mailSeat } from "@/lib/testing/mail-room-builder";
import { readCalendar } from "@/lib/testing/read-calendar";
import { LINK } from "@/lib/testing/room-mail-builder";
import { calendarFileFor } from "./calendar-file";

const NOTHING: Knowledge = { told: null, maybe: [] };

/** What staff do, and how a try to send goes: `lost` and `arrives` both break off for the sender. */
const STEPS = [
  "title",
  "length",
  "move",
  "role",
  "remove",
  "return",
  "cancel",
  "sent",
  "not sent",
  "lost",
  "arrives",
] as const;

type Step = (typeof STEPS)[number];

/** A room, one seat, what its person was told, and the mails that reached them. */
function start() {
  let room = mailRoom();
  let seat = mailSeat();
  let knowledge = NOTHING;
  let aboutOldDate: Knowledge | null = null;
  let clock = DAY_BEFORE.getTime();
  const inbox: string[] = [];

  const bump = (changes: Partial<typeof room>) => {
    room = { ...room, calendarSequence: room.calendarSequence + 1, ...changes };
  };
  const shifted = (ms: number) => ({
    opensAt: new Date(room.window.opensAt.getTime() + ms),
    closesAt: new Date(room.window.closesAt.getTime() + ms),
  });

  function tryToSend(outcome: "sent" | "not sent" | "lost" | "arrives"): boolean {
    const now = new Date(clock);
    const due = decideMail({ room, seat, knowledge, aboutOldDate, askedAt: null, now });
    if (!due) return false;
    const { kind, before, after } = due;
    const { sequence } = after;
    const facts = factsForRecipient(room, seat, after.entry === "kept" ? LINK : null);
    const mail = { jobId: "job", kind, facts, before, reason: null, sequence, madeAt: now };
    const arrived = outcome === "sent" || outcome === "arrives";
    if (arrived) inbox.push(calendarFileFor(mail, "rostrum@example.org").content);
    if (outcome === "sent") knowledge = { told: { facts: after, sentAt: now }, maybe: [] };
    if (outcome === "lost" || outcome === "arrives")
      knowledge = { ...knowledge, maybe: maybeAfter(knowledge, after) };
    return true;
  }

  const changes: Record<Exclude<Step, "sent" | "not sent" | "lost" | "arrives">, () => void> = {
    title: () => bump({ title: room.title === "One" ? "Two" : "One" }),
    length: () => {
      const { opensAt } = room.window;
      const minutes =
        (room.window.closesAt.getTime() - opensAt.getTime()) / 60_000 === 20 ? 30 : 20;
      bump({ window: { opensAt, closesAt: new Date(opensAt.getTime() + minutes * 60_000) } });
    },
    move: () => {
      const isKnown = knowledge.told ?? knowledge.maybe.length > 0;
      bump({ window: shifted(24 * 60 * 60_000) });
      aboutOldDate = isKnown ? knowledge : aboutOldDate;
      knowledge = NOTHING;
    },
    role: () => {
      seat = { ...seat, role: seat.role === "attendee" ? "collaborator" : "attendee" };
    },
    remove: () => {
      seat = { ...seat, removed: { reason: null } };
    },
    return: () => {
      seat = { ...seat, removed: null };
    },
    cancel: () => bump({ cancelled: { reason: null } }),
  };

  return {
    inbox,
    take(step: Step) {
      clock += 1000;
      if (step === "sent" || step === "not sent" || step === "lost" || step === "arrives") {
        tryToSend(step);
        // A removed seat does not go along to a new date, and nothing happens to a cancelled room.
      } else if (!room.cancelled && !(step === "move" && seat.removed)) changes[step]();
    },
    settle() {
      clock += 1000;
      expect(tryToSend("sent") && tryToSend("sent"), "one mail is enough").toBe(false);
    },
    truth: () => (room.cancelled || seat.removed ? null : { title: room.title, ...room.window }),
  };
}

/** The entry a calendar shows after these files, in whatever order they came (RFC 5546 §2.1.5). */
function calendarAfter(files: string[]) {
  const entries = files.map(readCalendar);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBeLessThanOrEqual(1);
  const [current] = entries.sort(
    (a, b) => b.sequence - a.sequence || b.stamp.localeCompare(a.stamp),
  );
  if (!current || current.method === "CANCEL") return null;
  return { title: current.summary, opensAt: current.start, closesAt: current.end };
}

test("whatever staff do and however sending fails, the calendar ends with the truth", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...STEPS), { maxLength: 25 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (steps, chances) => {
        const story = start();
        steps.forEach((step) => story.take(step));
        story.settle();
        const order = story.inbox
          .map((file) => ({ file, at: Number(chances.next().value) }))
          .sort((a, b) => a.at - b.at);
        expect(calendarAfter(order.map(({ file }) => file))).toEqual(story.truth());
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);

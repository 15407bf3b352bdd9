import type { MailKind } from "@/lib/domain/mail/decide-mail";
import { factsForRecipient, type MailRoom, type MailSeat } from "@/lib/domain/mail/mail-facts";
import type { RoomMail } from "@/lib/domain/mail/mailer";
import { toldNow } from "@/lib/domain/mail/told";
import { DAY_BEFORE, mailRoom, mailSeat } from "./mail-room-builder";

export const LINK = "https://visits.example.org/join/abcdefghijklmnopqrstuv";

type Parts = {
  room?: MailRoom;
  seat?: MailSeat & { email: string };
  reason?: string | null;
  sequence?: number;
  madeAt?: Date;
  /** What the recipient knew: by default the same visit a week earlier, for half as long. */
  before?: RoomMail["before"];
};

const HAS_LINK: Record<MailKind, boolean> = {
  invitation: true,
  change: true,
  move: true,
  cancellation: false,
  removal: false,
};

/** A mail of that kind to a patient, but for what `parts` says. */
export function roomMail(kind: MailKind, parts: Parts = {}): RoomMail {
  const { room = mailRoom(), seat = mailSeat(), reason = null, sequence = 0 } = parts;
  const known = toldNow(room, seat, "kept", 0);
  const weekEarlier = {
    ...known,
    opensAt: new Date("2027-03-02T10:00:00Z"),
    closesAt: new Date("2027-03-02T10:10:00Z"),
    title: "First visit",
    role: "consumer" as const,
  };
  return {
    jobId: "0192f3a0-0000-7000-8000-00000000000a",
    kind,
    facts: factsForRecipient(room, seat, HAS_LINK[kind] ? LINK : null),
    before: kind === "invitation" ? null : (parts.before ?? weekEarlier),
    reason,
    sequence,
    madeAt: parts.madeAt ?? DAY_BEFORE,
  };
}

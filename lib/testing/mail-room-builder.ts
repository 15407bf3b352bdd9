import type { MailRoom, MailSeat } from "@/lib/domain/mail/mail-facts";

/** A patient's seat, but for what `changes` says. */
export function mailSeat(changes: Partial<MailSeat> = {}): MailSeat & { email: string } {
  return {
    id: "seat-of-samuel",
    name: "Samuel Reyes",
    email: "samuel@example.org",
    timeZone: "Europe/Berlin",
    role: "attendee",
    capacity: "patient",
    removed: null,
    ...changes,
  } as MailSeat & { email: string };
}

export const CLINICIAN = mailSeat({
  id: "seat-of-amara",
  name: "Dr Amara Okafor",
  email: "amara@riverside.example",
  role: "presenter",
  capacity: "clinician",
});

/** A visit on Tuesday 9 March 2027, 14:00 to 14:20 in Berlin, but for what `changes` says. */
export function mailRoom(changes: Partial<MailRoom> = {}): MailRoom {
  return {
    id: "0192f3a0-0000-7000-8000-000000000001",
    kind: "visit",
    title: "Follow-up visit",
    organizationName: "Riverside Clinic",
    window: {
      opensAt: new Date("2027-03-09T13:00:00Z"),
      closesAt: new Date("2027-03-09T13:20:00Z"),
    },
    timeZone: "Europe/Berlin",
    leadMinutes: { presenter: 30, collaborator: 15, attendee: 15, consumer: 0 },
    lobby: true,
    cancelled: null,
    isMoved: false,
    isEnded: false,
    calendarUid: "5f0c1d2e-0000-4000-8000-000000000001",
    calendarSequence: 0,
    roster: [CLINICIAN, mailSeat()],
    ...changes,
  };
}

/** The day before that visit. */
export const DAY_BEFORE = new Date("2027-03-08T09:00:00Z");

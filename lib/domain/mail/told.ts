import { z } from "zod";
import { CAPACITIES, ROLES } from "@/lib/domain/room/role";
import type { MailRoom, MailSeat } from "./mail-facts";

/** What one mail told its recipient. */
export const toldSchema = z.object({
  /** Their calendar has an entry for it, or had and was told to drop it. */
  entry: z.enum(["kept", "dropped"]),
  /** The SEQUENCE their calendar entry has. */
  sequence: z.int().min(0),
  title: z.string(),
  opensAt: z.coerce.date(),
  closesAt: z.coerce.date(),
  role: z.enum(ROLES),
  capacity: z.enum(CAPACITIES),
});

export type Told = z.infer<typeof toldSchema>;

/** What a mail about the room as it is now tells this seat. */
export function toldNow(
  { title, window }: MailRoom,
  { role, capacity }: MailSeat,
  entry: Told["entry"],
  sequence: number,
): Told {
  const { opensAt, closesAt } = window;
  return { entry, sequence, title, opensAt, closesAt, role, capacity };
}

/** What may differ between two mails, in the order in which a mail says it. */
export const CHANGES = ["start", "length", "title", "part"] as const;

export type Change = (typeof CHANGES)[number];

const minutes = ({ opensAt, closesAt }: Told) => closesAt.getTime() - opensAt.getTime();

const DIFFERS: Record<Change, (before: Told, now: Told) => boolean> = {
  start: (before, now) => before.opensAt.getTime() !== now.opensAt.getTime(),
  length: (before, now) => minutes(before) !== minutes(now),
  title: (before, now) => before.title !== now.title,
  part: (before, now) => before.role !== now.role || before.capacity !== now.capacity,
};

/** What is different now from what they were told. */
export function changesSince(before: Told, now: Told): Change[] {
  return CHANGES.filter((change) => DIFFERS[change](before, now));
}

/** Whether two mails leave the same in a calendar. */
export function isSame(one: Told, other: Told): boolean {
  return one.entry === other.entry && changesSince(one, other).length === 0;
}

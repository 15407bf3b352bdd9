import { z } from "zod";
import { findWindowProblem } from "@/lib/domain/calendar/check-window";
import { parseTimeZone } from "@/lib/domain/calendar/time-zone";
import { isDate, isTime, toInstant } from "@/lib/domain/calendar/wall-time";
import type { Problem } from "@/lib/domain/problem";
import type { FirstSeat } from "@/lib/domain/roster/first-seat";
import { emailAddress, personName } from "@/lib/domain/roster/person-input";
import { lineOf, optionalLineOf, wholeNumberOf } from "@/lib/domain/text";
import { MAX_REASON_LENGTH } from "./longest-reason";
import { ROOM_ACCESS, ROOM_KINDS, VISITOR_CAPACITY } from "./room-kind";

const MINUTE_MS = 60_000;
export const MAX_LEAD_MINUTES = 120;
export const MAX_SEAT_LIMIT = 10_000;

export const MAX_TITLE_LENGTH = 200;

const problem = (name: Problem) => name;
const lead = wholeNumberOf(0, MAX_LEAD_MINUTES, "not-a-lead");
// Range and order are the window's to judge: it names what is wrong with them.
const lengthMinutes = wholeNumberOf(-9_999_999, 9_999_999, "not-a-length");

/** Something only the operation can judge: whether it exists and is this organization's. */
const id = z.string(problem("not-valid"));

export const timeZone = z
  .string(problem("not-a-zone"))
  .transform((text) => parseTimeZone(text) ?? "")
  .refine((zone) => zone !== "", problem("not-a-zone"));

const wallWindow = {
  date: z.string(problem("not-a-date")).trim().refine(isDate, problem("not-a-date")),
  time: z.string(problem("not-a-time")).trim().refine(isTime, problem("not-a-time")),
  lengthMinutes,
  timeZone,
};

const settings = {
  access: z.enum(ROOM_ACCESS, problem("not-offered")),
  // A box that is not ticked sends nothing.
  lobby: z
    .literal("on", problem("not-valid"))
    .optional()
    .transform((ticked) => ticked === "on"),
  presenterLead: lead,
  collaboratorLead: lead,
  attendeeLead: lead,
  consumerLead: lead,
  seatLimit: z
    .union(
      [z.literal("").transform(() => null), wholeNumberOf(1, MAX_SEAT_LIMIT, "not-a-limit")],
      problem("not-a-limit"),
    )
    .optional()
    .transform((limit) => limit ?? null),
};

/** A room as its editor saw it. */
const seen = { roomId: id, version: wholeNumberOf(1, 9_999_999, "not-valid") };

export const title = lineOf(MAX_TITLE_LENGTH, "title-too-long");
export const reason = optionalLineOf(MAX_REASON_LENGTH, "reason-too-long");

/** A new room of any kind, perhaps with its first guest. An empty title of a visit is made up later. */
export const newRoomInput = z
  .object({
    kind: z.enum(ROOM_KINDS, problem("not-offered")),
    title,
    ...wallWindow,
    ...settings,
    leaderId: id,
    guestName: personName.optional().transform((name) => name ?? ""),
    guestEmail: emailAddress.optional().transform((address) => address ?? null),
  })
  .transform((input, ctx) => {
    const { kind, title, leaderId, guestName, guestEmail } = input;
    if (title === "" && kind !== "visit") report(ctx, "title", "missing");
    if (guestName === "" && guestEmail) report(ctx, "guestName", "name-needed");
    const { timeZone } = input;
    const person = { name: guestName, email: guestEmail, timeZone, birthYear: null };
    const guest = { person, personId: null, capacity: VISITOR_CAPACITY[kind], field: "guestEmail" };
    const seats: FirstSeat[] = guestName === "" ? [] : [guest];
    return { kind, leaderId, seats, ...placed(input, ctx), ...settingsOf(input) };
  });

/** Another date for a room. */
export const moveRoomInput = z
  .object({ ...seen, ...wallWindow })
  .transform(({ roomId, version, ...wall }, ctx) => ({ roomId, version, ...placed(wall, ctx) }));

/** What may change in place: everything but the start. */
export const editRoomInput = z
  .object({
    ...seen,
    title: title.refine((text) => text !== "", problem("missing")),
    lengthMinutes,
    ...settings,
  })
  .transform((input) => {
    const { roomId, version, lengthMinutes } = input;
    return { roomId, version, lengthMinutes, ...settingsOf(input) };
  });

export const cancelRoomInput = z.object({ ...seen, reason });

export type NewRoomInput = z.output<typeof newRoomInput>;
export type MoveRoomInput = z.output<typeof moveRoomInput>;
export type EditRoomInput = z.output<typeof editRoomInput>;
export type CancelRoomInput = z.output<typeof cancelRoomInput>;

type Wall = { date: string; time: string; lengthMinutes: number; timeZone: string };

/** The window that wall time, length and zone mean, and what the clocks did to its start. */
function placed({ date, time, lengthMinutes, timeZone }: Wall, ctx: z.RefinementCtx) {
  const { instant: opensAt, clockChange } = toInstant({ date, time }, timeZone);
  const window = { opensAt, closesAt: new Date(opensAt.getTime() + lengthMinutes * MINUTE_MS) };
  const wrong = findWindowProblem(window);
  if (wrong) report(ctx, wrong === "too-far-ahead" ? "date" : "lengthMinutes", wrong);
  return { window, timeZone, clockChange };
}

type Settings = z.output<z.ZodObject<typeof settings>> & { title: string };

function settingsOf(input: Settings) {
  const { title, access, lobby, seatLimit } = input;
  const leadMinutes = {
    presenter: input.presenterLead,
    collaborator: input.collaboratorLead,
    attendee: input.attendeeLead,
    consumer: input.consumerLead,
  };
  return { title, access, lobby, seatLimit, leadMinutes };
}

function report(ctx: z.RefinementCtx, field: string, message: Problem): void {
  ctx.addIssue({ code: "custom", path: [field], message });
}

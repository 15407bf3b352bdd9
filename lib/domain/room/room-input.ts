import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";
import type { FirstSeat } from "@/lib/domain/roster/first-seat";
import { emailAddress, personName } from "@/lib/domain/roster/person-input";
import { lineOf, optionalLineOf, wholeNumberOf } from "@/lib/domain/text";
import { MAX_REASON_LENGTH } from "./longest-reason";
import { ALWAYS, readFieldsOf, report } from "./judge-fields";
import { ROOM_ACCESS, VISITOR_CAPACITY } from "./room-kind";
import { judgeLength, judgeWall, length, placed, wallWindow } from "./window-input";

export const MAX_LEAD_MINUTES = 120;
export const MAX_SEAT_LIMIT = 10_000;

export const MAX_TITLE_LENGTH = 200;

const problem = (name: Problem) => name;
const lead = wholeNumberOf(0, MAX_LEAD_MINUTES, "not-a-lead");

/** Something only the operation can judge: whether it exists and is this organization's. */
const id = z.string(problem("not-valid"));

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

/** What is known when a room is planned. */
export type PlanningFacts = {
  now: Date;
  /** Who may lead what is planned. */
  leaders: readonly { personId: string; email: string | null }[];
};

/**
 * A new room of any kind, perhaps with its first guest. An empty title of a visit is made up later.
 * Everything that is wrong is named at once.
 */
export function newRoomInput({ now, leaders }: PlanningFacts) {
  return z
    .object({
      title,
      ...wallWindow,
      ...settings,
      leaderId: id,
      guestName: personName.optional().transform((name) => name ?? ""),
      guestEmail: emailAddress.optional().transform((address) => address ?? null),
    })
    .superRefine((input, ctx) => {
      const { kind, title, guestName, guestEmail } = input;
      const isRead = readFieldsOf(ctx);
      const isUntitled = isRead("kind", "title") && title === "" && kind !== "visit";
      if (isUntitled) report(ctx, "title", "missing");
      judgeWall(input, now, ctx);
      const leader = leaders.find(({ personId }) => personId === input.leaderId);
      if (isRead("leaderId") && !leader) report(ctx, "leaderId", "not-offered");
      const hasAddress = !isRead("guestEmail") || guestEmail !== null;
      if (isRead("guestName") && guestName === "" && hasAddress) {
        report(ctx, "guestName", "name-needed");
      }
      const isLeader = isRead("guestEmail") && guestEmail && guestEmail === leader?.email;
      if (isLeader) report(ctx, "guestEmail", "already-on-roster");
    }, ALWAYS)
    .transform((input) => {
      const { kind, leaderId, guestName, guestEmail, timeZone } = input;
      const person = { name: guestName, email: guestEmail, timeZone, birthYear: null };
      const capacity = VISITOR_CAPACITY[kind];
      const guest = { person, personId: null, capacity, field: "guestEmail" };
      const seats: FirstSeat[] = guestName === "" ? [] : [guest];
      return { kind, leaderId, seats, ...placed(input), ...settingsOf(input) };
    });
}

/** Another date for a room. Everything that is wrong is named at once. */
export function moveRoomInput({ now }: Pick<PlanningFacts, "now">) {
  return z
    .object({ ...seen, ...wallWindow })
    .superRefine((input, ctx) => judgeWall(input, now, ctx), ALWAYS)
    .transform(({ roomId, version, ...wall }) => ({ roomId, version, ...placed(wall) }));
}

/** What may change in place: everything but the start. */
export const editRoomInput = z
  .object({
    ...seen,
    title: title.refine((text) => text !== "", problem("missing")),
    ...length,
    ...settings,
  })
  .superRefine(judgeLength, ALWAYS)
  .transform((input) => {
    const { roomId, version, lengthMinutes } = input;
    return { roomId, version, lengthMinutes, ...settingsOf(input) };
  });

export const cancelRoomInput = z.object({ ...seen, reason });

export type NewRoomInput = z.output<ReturnType<typeof newRoomInput>>;
export type MoveRoomInput = z.output<ReturnType<typeof moveRoomInput>>;
export type EditRoomInput = z.output<typeof editRoomInput>;
export type CancelRoomInput = z.output<typeof cancelRoomInput>;

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

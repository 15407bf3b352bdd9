import "server-only";
import { z } from "zod";
import { askedId, instant } from "@/lib/api/fields";
import { newSeatRequest } from "@/lib/api/roster/seat-request";
import { findWindowProblem } from "@/lib/domain/calendar/check-window";
import type { Problem } from "@/lib/domain/problem";
import { MAX_REASON_LENGTH } from "@/lib/domain/room/longest-reason";
import type { Capacity, Role } from "@/lib/domain/room/role";
import { ROOM_DEFAULTS } from "@/lib/domain/room/room-defaults";
import {
  MAX_LEAD_MINUTES,
  MAX_SEAT_LIMIT,
  MAX_TITLE_LENGTH,
  reason as reasonLine,
  title as titleLine,
  type NewRoomInput,
} from "@/lib/domain/room/room-input";
import { CAPACITIES_OF, ROOM_ACCESS, ROOM_KINDS } from "@/lib/domain/room/room-kind";
import type { Window } from "@/lib/domain/room/window";
import { timeZone as zone } from "@/lib/domain/room/window-input";
import { MAX_FIRST_SEATS } from "@/lib/domain/roster/first-seat";

const MINUTE_MS = 60_000;
const offered: Problem = "not-offered";
const notALead: Problem = "not-a-lead";
const notALimit: Problem = "not-a-limit";

const lead = z.int(notALead).min(0, notALead).max(MAX_LEAD_MINUTES, notALead).optional();
const leads = { presenter: lead, collaborator: lead, attendee: lead, consumer: lead };
const title = titleLine.meta({ maxLength: MAX_TITLE_LENGTH, example: "Follow-up visit" });
const timeZone = zone.meta({ description: "IANA name.", example: "Europe/Berlin" });
const reason = reasonLine.meta({
  description: "Everyone on the roster reads it.",
  maxLength: MAX_REASON_LENGTH,
});

const settings = {
  access: z.enum(ROOM_ACCESS, offered).optional(),
  lobby: z.boolean().optional(),
  leadMinutes: z.strictObject(leads satisfies Record<Role, typeof lead>).optional(),
  seatLimit: z
    .int(notALimit)
    .min(1, notALimit)
    .max(MAX_SEAT_LIMIT, notALimit)
    .nullable()
    .optional(),
};

/** A new room. What is left out is as usual for its kind. */
export const newRoomRequest = z
  .strictObject({
    kind: z.enum(ROOM_KINDS, offered),
    title: title.optional().meta({
      description: "A visit without one is named for who leads it.",
    }),
    opensAt: instant,
    closesAt: instant.optional(),
    timeZone,
    ...settings,
    leaderId: askedId.meta({ description: "The member of the staff who leads it, as a person." }),
    seats: z
      .array(newSeatRequest, "not-valid" satisfies Problem)
      .max(MAX_FIRST_SEATS, "too-many-people" satisfies Problem)
      .optional()
      .meta({ description: "The rest of the roster, invited together with the room." }),
  })
  .transform((input, ctx): NewRoomInput => {
    const { kind, opensAt, leaderId, seats = [] } = input;
    const offered: readonly Capacity[] = CAPACITIES_OF[kind];
    for (const [index, { capacity }] of seats.entries()) {
      if (!offered.includes(capacity)) report(ctx, ["seats", index, "capacity"], "not-offered");
    }
    const usual = ROOM_DEFAULTS[kind];
    if (!input.title && kind !== "visit") report(ctx, "title", "missing");
    const end = new Date(opensAt.getTime() + usual.lengthMinutes * MINUTE_MS);
    const window = checked({ opensAt, closesAt: input.closesAt ?? end }, ctx);
    return {
      ...{ kind, leaderId, window, timeZone: input.timeZone, clockChange: "none" },
      title: input.title ?? "",
      access: input.access ?? usual.access,
      lobby: input.lobby ?? usual.lobby,
      seatLimit: input.seatLimit ?? null,
      leadMinutes: mergeLeads(usual.leadMinutes, input.leadMinutes),
      seats: seats.map((seat, index) => ({ ...seat, field: `seats/${index}` })),
    };
  });

/** What may change in place. What is left out stays. */
export const editRoomRequest = z
  .strictObject({
    title: title.refine((text) => text !== "", "missing" satisfies Problem).optional(),
    closesAt: instant.optional(),
    ...settings,
  })
  .refine((changes) => Object.keys(changes).length > 0, "nothing-to-change" satisfies Problem);

export type EditRoomRequest = z.output<typeof editRoomRequest>;

/** Another date. */
export const moveRoomRequest = z
  .strictObject({ opensAt: instant, closesAt: instant, timeZone })
  .transform(({ opensAt, closesAt, timeZone }, ctx) => {
    const window = checked({ opensAt, closesAt }, ctx);
    return { window, timeZone, clockChange: "none" as const };
  });

export const reasonRequest = z.strictObject({ reason });

type Leads = Record<Role, number>;

/** Leads after a change that may name only some. */
export function mergeLeads(before: Leads, changes: EditRoomRequest["leadMinutes"] = {}): Leads {
  return {
    presenter: changes.presenter ?? before.presenter,
    collaborator: changes.collaborator ?? before.collaborator,
    attendee: changes.attendee ?? before.attendee,
    consumer: changes.consumer ?? before.consumer,
  };
}

function checked(window: Window, ctx: z.RefinementCtx): Window {
  const wrong = findWindowProblem(window);
  if (wrong) report(ctx, "closesAt", wrong);
  return window;
}

function report(ctx: z.RefinementCtx, place: string | PropertyKey[], message: Problem): void {
  ctx.addIssue({ code: "custom", path: [place].flat(), message });
}

import "server-only";
import { z } from "zod";
import { toldId, toldInstant } from "@/lib/api/fields";
import { REQUIREMENTS } from "@/lib/domain/room/join-question";
import { REMEDIES } from "@/lib/domain/room/remedy";
import { ROLES } from "@/lib/domain/room/role";

const reason = <Name extends string>(name: Name) => z.literal(name);

const grant = z
  .strictObject({
    microphone: z.boolean(),
    camera: z.boolean(),
    screen: z.boolean(),
    data: z.boolean(),
    seeAndHear: z.boolean(),
    hidden: z.boolean().meta({ description: "Nobody's list shows them." }),
  })
  .meta({ description: "What the seat may send and receive." });

const admit = z.strictObject({
  kind: z.literal("admit"),
  grant,
  until: toldInstant.meta({ description: "Itself already over." }),
});

const kind = z.literal("wait");

const wait = z.discriminatedUnion("reason", [
  z.strictObject({ kind, reason: reason("not-ready"), requirement: z.enum(REQUIREMENTS) }),
  z.strictObject({
    ...{ kind, reason: reason("full"), seatLimit: z.int() },
    ahead: z.int().meta({ description: "How many who came before wait for a place, too." }),
    since: toldInstant
      .nullable()
      .meta({ description: "When they came to the waiting list; null while they are not on it." }),
    mayChangeAt: toldInstant.nullable().meta({
      description: "When this may change by itself, at the earliest; null when it does not.",
    }),
  }),
  z.strictObject({ kind, reason: reason("not-live"), opensAt: toldInstant }),
  z.strictObject({ kind, reason: reason("in-lobby"), since: toldInstant.nullable() }),
  z.strictObject({ kind, reason: reason("elsewhere") }),
]);

const removal = z.strictObject({
  at: toldInstant,
  byRole: z.enum(ROLES).nullable(),
  reason: z.string().nullable(),
  fromCall: z.boolean(),
  askedToReturnAt: toldInstant.nullable(),
});

const refused = { kind: z.literal("refuse") };

const refuse = z.discriminatedUnion("reason", [
  z.strictObject({ ...refused, reason: reason("room-not-found") }),
  z.strictObject({
    ...refused,
    reason: reason("cancelled"),
    at: toldInstant,
    why: z.string().nullable(),
  }),
  z.strictObject({
    ...refused,
    reason: reason("moved"),
    to: z.strictObject({ roomId: toldId, opensAt: toldInstant }),
  }),
  z.strictObject({ ...refused, reason: reason("not-invited") }),
  z.strictObject({
    ...refused,
    reason: reason("removed"),
    removal,
    mayAskToReturn: z.boolean(),
    overSince: toldInstant
      .nullable()
      .meta({ description: "When there was nothing left to return to; null while there is." }),
  }),
  z.strictObject({
    ...refused,
    reason: reason("too-late"),
    closedAt: toldInstant,
    wasAdmitted: z.boolean(),
  }),
  z.strictObject({ ...refused, reason: reason("ended"), endedAt: toldInstant }),
  z.strictObject({ ...refused, reason: reason("too-early"), opensAt: toldInstant }),
]);

/** What a room answers one seat. */
export const seatDecision = z
  .strictObject({
    seatId: toldId,
    decision: z.union([admit, wait, refuse]),
    remedy: z.enum(REMEDIES).nullable().meta({
      description: "The one thing that would let them in; null when nothing is in the way.",
    }),
  })
  .meta({ id: "SeatDecision" });

export const decisionsBody = z
  .strictObject({ at: toldInstant, items: z.array(seatDecision) })
  .meta({ id: "Decisions" });

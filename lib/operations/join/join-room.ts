import "server-only";
import { database, inTransaction } from "@/lib/data/client";
import type { FactsWithCompany } from "@/lib/data/join-facts";
import type { SeatAbout } from "@/lib/data/join-facts-row";
import { joinLine } from "@/lib/data/line";
import { recordRefusal } from "@/lib/data/refusals";
import { startWaiting } from "@/lib/data/seat-lobby";
import { giveCallToDevice, noteOtherDevice, type NewLine } from "@/lib/data/seat-tickets";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import type { Decision } from "@/lib/domain/room/decision";
import type { JoinAnswer } from "@/lib/domain/room/room-view";
import { openCall } from "@/lib/operations/call/open-call";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { drawRoom } from "./draw-room";
import type { RoomVisitor } from "./room-visitor";
import { takeBackExcuse } from "./take-back-excuse";

type Admission = Extract<Decision, { kind: "admit" }>;

/**
 * Takes the visitor as far in as the decision allows: into the call with a ticket, into the lobby,
 * or to the end of the line for a place. `takeOver` brings their call here from another device, which
 * is put out.
 *
 * @throws AppError "call-unreachable".
 */
export async function joinRoom(
  ctx: Context<RoomVisitor>,
  { takeOver }: { takeOver: boolean },
): Promise<JoinAnswer> {
  const { decision, facts } = await decideForSeat({ ...ctx.actor, now: ctx.now, takeOver });
  if (facts?.aboutSeat?.excuse && decision.kind !== "refuse") {
    // Whoever comes although they said that they can't takes it back by that.
    await takeBackExcuse(ctx);
    return joinRoom(ctx, { takeOver });
  }
  if (!facts) return { view: drawRoom(ctx, facts, decision), entry: null };
  if (decision.kind === "admit" && facts.aboutSeat) {
    const entry = await enter(ctx, facts, facts.aboutSeat, decision);
    if (entry) return { view: drawRoom(ctx, facts, decision), entry };
    // Removed, sent back, excused or inside elsewhere since the question: the next answer knows.
    return joinRoom(ctx, { takeOver });
  }
  const stood = await standStill(ctx, facts, decision);
  return { view: drawRoom(ctx, facts, stood), entry: null };
}

async function enter(
  { actor, now, calls, announce }: Context<RoomVisitor>,
  { aboutRoom, seat, call, openCall: known }: FactsWithCompany,
  { id: seatId, person, deviceId: heldBy }: SeatAbout,
  { grant }: Admission,
): Promise<JoinAnswer["entry"]> {
  const { roomId, deviceId } = actor;
  const by = `seat:${seatId}` as const;
  const { id: callId, name: callName } = known ?? (await openCall(aboutRoom.id, by, now));
  await calls.ensureCall(callName);

  const movedFrom = call.insideOn === deviceId ? null : call.insideOn;
  const moved: NewLine[] = movedFrom ? [{ kind: "moved-device", facts: { seatId, deviceId } }] : [];
  const issued: NewLine = { kind: "ticket-issued", facts: { seatId, deviceId, callId } };
  const change = { roomId, seatId, at: now, actor: by };
  const lines = [...moved, issued];
  const ticketing = { device: actor, heldBy, wasAdmitted: Boolean(seat?.admittedAt), lines };
  if (!(await giveCallToDevice(database(), change, ticketing))) return null;
  if (movedFrom) {
    await noteOtherDevice(database(), seatId, now);
    announce(roomId);
    await calls.removeParticipant(callName, toIdentity({ seatId, deviceId: movedFrom }));
  }
  const participant = { seatId, deviceId };
  const ticket = await calls.mintTicket({ callName, participant, displayName: person.name, grant });
  return { ticket, callName };
}

/** Keeps what asking has changed although nobody came in. The decision as it is afterwards. */
async function standStill(
  { actor, now, announce }: Context<RoomVisitor>,
  { aboutSeat }: FactsWithCompany,
  decision: Decision,
): Promise<Decision> {
  if (decision.kind === "admit") return decision;
  const { roomId, deviceId } = actor;
  const { reason } = decision;
  if (!aboutSeat) {
    const facts = { seatId: null, reason };
    await recordRefusal(database(), { roomId, at: now, actor: "system", facts });
    return decision;
  }
  const seatId = aboutSeat.id;
  const change = { roomId, seatId, at: now, actor: `seat:${seatId}` as const };
  const isArriving = reason === "in-lobby" && decision.since === null;
  if (isArriving && (await inTransaction((tx) => startWaiting(tx, change, actor)))) {
    announce(roomId);
    return { ...decision, since: now };
  }
  if (reason === "full") {
    await recordRefusal(database(), { ...change, facts: { seatId, reason } });
    return { ...decision, since: await joinLine(database(), seatId, now) };
  }
  const isOnAnother = aboutSeat.deviceId !== null && aboutSeat.deviceId !== deviceId;
  const isHeld = reason === "in-lobby" || reason === "elsewhere";
  if (isHeld && isOnAnother && (await noteOtherDevice(database(), seatId, now))) announce(roomId);
  if (reason !== "in-lobby")
    await recordRefusal(database(), { ...change, facts: { seatId, reason } });
  return decision;
}

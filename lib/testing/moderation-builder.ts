import { randomBytes } from "node:crypto";
import { database } from "@/lib/data/client";
import type { Calls, PresentParticipant } from "@/lib/domain/call/calls";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import type { Capacity } from "@/lib/domain/room/role";
import type { Context, SeatActor } from "@/lib/operations/context";
import { buildOrganization, buildRoom, buildSeat } from "./clinic-builder";

/** One verb that reached the media server, with what it named. */
export type CallVerb = [verb: keyof Calls, ...named: unknown[]];

/** A media server with these people in every call, that only notes what is asked of it. */
export function notingCalls(inCall: PresentParticipant[] = []): {
  calls: Calls;
  asked: CallVerb[];
} {
  const asked: CallVerb[] = [];
  const note =
    (verb: keyof Calls) =>
    async (...named: unknown[]): Promise<void> => {
      asked.push([verb, ...named]);
    };
  const calls: Calls = {
    ensureCall: note("ensureCall"),
    mintTicket: async ({ callName }) => `ticket for ${callName}`,
    changeGrant: note("changeGrant"),
    removeParticipant: note("removeParticipant"),
    muteTrack: note("muteTrack"),
    deleteCall: note("deleteCall"),
    listCallNames: async () => [],
    listParticipants: async () => inCall,
  };
  return { calls, asked };
}

/** What an operation of a seat gets. */
export function seatContext(
  seat: { id: string; roomId: string; organizationId: string },
  calls: Calls = notingCalls().calls,
): Context<SeatActor> {
  const { id: seatId, roomId, organizationId } = seat;
  const actor = { kind: "seat", seatId, roomId, organizationId } as const;
  return { actor, now: new Date(), calls, announce: () => undefined };
}

/** An open room with somebody who leads it and somebody else, both able to be in its running call. */
export async function buildRunningRoom(
  changes: Parameters<typeof buildRoom>[1] = {},
  [leading, other]: [Capacity, Capacity] = ["clinician", "patient"],
) {
  const room = await buildRoom((await buildOrganization()).id, changes);
  const presenter = await buildSeat(room, leading);
  const guest = await buildSeat(room, other);
  const name = randomBytes(16).toString("base64url");
  const call = await database().call.create({ data: { roomId: room.id, name } });
  return { room, presenter, guest, call };
}

/** Puts a seat on a device that its tickets name; returns its identity in the call. */
export async function seatOnDevice(seatId: string, deviceId = "0123456789abcdef"): Promise<string> {
  await database().seat.update({ where: { id: seatId }, data: { deviceId } });
  return toIdentity({ seatId, deviceId });
}

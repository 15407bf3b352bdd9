import { Caller } from "../support/caller";
import { MediaClient } from "../support/media-client";
import { makeOrganization, makeRoom, makeSeat, type Capacity, type Room } from "../support/world";

type RoomChanges = Parameters<typeof makeRoom>[1];

/** Somebody in a call: what they ask the product, and the client by which they send and receive. */
export type Attendance = { caller: Caller; media: MediaClient; callName: string; ticket: string };

/** Somebody with a seat and a device of their own, who has opened their link. */
export async function callerFor(room: Room, capacity: Capacity, name: string): Promise<Caller> {
  return Caller.opens(await makeSeat(room, capacity, name));
}

/** Brings somebody into the call. */
export async function attends(caller: Caller): Promise<Attendance> {
  const { ticket, callName } = await caller.getsTicket();
  return { caller, callName, ticket, media: await MediaClient.joins(ticket) };
}

/** A visit in which a clinician and a patient already see each other. */
export async function makeMeeting(changes: RoomChanges = {}) {
  const room = await makeRoom(await makeOrganization(), changes);
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const patient = await attends(await callerFor(room, "patient", "Samuel Reyes"));
  await Promise.all([clinician.media.sendsPicture(), patient.media.sendsPicture()]);
  await clinician.media.expectMovingPicture();
  return { room, clinician, patient, callName: clinician.callName };
}

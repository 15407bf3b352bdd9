import "server-only";
import { randomBytes } from "node:crypto";
import { findOpenCall, insertCall, type OpenCall } from "@/lib/data/calls";
import { database, inTransaction } from "@/lib/data/client";
import { appendRecord, type RecordActor } from "@/lib/data/record";

const CALL_NAME_BYTES = 16;

/**
 * The open call of a room, made now when there is none. Its name carries 128 random bits and is
 * used once, so a ticket of an earlier call opens nothing. The media server hears of it later.
 */
export async function openCall(roomId: string, actor: RecordActor, now: Date): Promise<OpenCall> {
  return (await findOpenCall(database(), roomId)) ?? (await makeCall(roomId, actor, now));
}

async function makeCall(roomId: string, actor: RecordActor, now: Date): Promise<OpenCall> {
  const name = randomBytes(CALL_NAME_BYTES).toString("base64url");
  const made = await inTransaction(async (tx) => {
    const call = await insertCall(tx, roomId, name, now);
    if (call) await appendRecord(tx, roomId, now, actor, "call-opened", { callId: call.id });
    return call;
  });
  const call = made ?? (await findOpenCall(database(), roomId));
  // Another one was open a moment ago and has ended since: the room is being ended.
  if (!call) throw new Error("The room's call ended while it was opened.");
  return call;
}

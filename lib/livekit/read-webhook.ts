import "server-only";
import { WebhookReceiver, type WebhookEvent } from "livekit-server-sdk";
import type { CallHint } from "@/lib/domain/call/call-hint";
import { env } from "@/lib/env";
import { readJoinedAt } from "./read-participant";

const KIND: Partial<Record<WebhookEvent["event"], "joined" | "left">> = {
  participant_joined: "joined",
  participant_left: "left",
  // They went before their media was up.
  participant_connection_aborted: "left",
};

/** The hint in a webhook; null when its signature, its age or its body is not right. */
export async function readWebhook(
  body: string,
  authorization: string | null,
): Promise<CallHint | null> {
  const receiver = new WebhookReceiver(env().LIVEKIT_API_KEY, env().LIVEKIT_API_SECRET);
  try {
    return toHint(await receiver.receive(body, authorization ?? ""));
  } catch {
    return null;
  }
}

function toHint({ event, room, participant, createdAt }: WebhookEvent): CallHint | null {
  if (!room?.name) return null;
  const kind = KIND[event];
  if (!kind || !participant) return { kind: "other", callName: room.name };
  return {
    kind,
    callName: room.name,
    identity: participant.identity,
    sid: participant.sid,
    joinedAt: readJoinedAt(participant),
    // LiveKit gives whole seconds.
    at: new Date(Number(createdAt) * 1000),
  };
}

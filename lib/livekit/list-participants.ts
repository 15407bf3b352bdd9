import "server-only";
import { AccessToken, ParticipantInfo } from "livekit-server-sdk";
import { z } from "zod";
import type { PresentParticipant } from "@/lib/domain/call/calls";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { TIMEOUT_SECONDS } from "./ask-media-server";
import { postJson } from "./post-json";
import { isPresent, readParticipant } from "./read-participant";

const PATH = "/twirp/livekit.RoomService/ListParticipants";

type InfoJson = Parameters<typeof ParticipantInfo.fromJson>[0];

/** Each participant is checked when it is read. */
const answerShape = z.object({ participants: z.array(z.custom<InfoJson>()).default([]) });

/**
 * Who is in a call; nobody when there is no such call. The kit offers the same; the conductor asks
 * it so often that the way there is our own.
 *
 * @throws AppError "call-unreachable".
 */
export async function listParticipants(callName: string): Promise<PresentParticipant[]> {
  try {
    const { status, body } = await ask(callName);
    if (status === 404) return [];
    if (status !== 200) throw new Error(`the media server answered ${status}`);
    return answerShape
      .parse(JSON.parse(body))
      .participants.map((info) => ParticipantInfo.fromJson(info, { ignoreUnknownFields: true }))
      .filter(isPresent)
      .map(readParticipant);
  } catch (error) {
    throw new AppError("call-unreachable", { step: "list-participants" }, { cause: error });
  }
}

async function ask(callName: string) {
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env();
  const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { ttl: "1m" });
  token.addGrant({ roomAdmin: true, room: callName });
  const url = new URL(PATH, LIVEKIT_URL.replace(/^ws/, "http"));
  const body = { room: callName };
  return postJson(url, `Bearer ${await token.toJwt()}`, body, TIMEOUT_SECONDS * 1000);
}

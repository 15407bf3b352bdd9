import "server-only";
import {
  ParticipantInfo_State,
  TrackSource,
  TrackType,
  type ParticipantInfo,
  type TrackInfo,
} from "livekit-server-sdk";
import type { PresentParticipant, SentTrack } from "@/lib/domain/call/calls";
import { fromPermission, type Permission } from "./to-permission";

// LiveKit's kind of an ordinary participant; the kit does not export its name.
const STANDARD = 0;

const SOURCE: Record<number, SentTrack["source"]> = {
  [TrackSource.CAMERA]: "camera",
  [TrackSource.MICROPHONE]: "microphone",
  [TrackSource.SCREEN_SHARE]: "screen",
  [TrackSource.SCREEN_SHARE_AUDIO]: "screen-audio",
};

const MEDIA: Record<number, SentTrack["media"]> = {
  [TrackType.AUDIO]: "audio",
  [TrackType.VIDEO]: "video",
};

/** Whether they are in the call, be it that their media is still on the way. */
export function isPresent({ state }: ParticipantInfo): boolean {
  return state !== ParticipantInfo_State.DISCONNECTED;
}

/** Somebody in a call, in our words. */
export function readParticipant(info: ParticipantInfo): PresentParticipant {
  const { grant, hasForeignRights } = fromPermission(readPermission(info));
  return {
    identity: info.identity,
    sid: info.sid,
    joinedAt: readJoinedAt(info),
    grant,
    isPerson: info.kind === STANDARD,
    hasForeignRights,
    tracks: info.tracks.map(readTrack),
  };
}

function readTrack(track: TrackInfo): SentTrack {
  return {
    sid: track.sid,
    source: SOURCE[track.source] ?? "unknown",
    media: MEDIA[track.type] ?? "data",
    muted: track.muted,
  };
}

/** A permission that the server did not send means that all is allowed. */
function readPermission({ permission }: ParticipantInfo): Permission {
  return {
    canPublish: permission?.canPublish ?? true,
    canPublishSources: permission?.canPublishSources ?? [],
    canPublishData: permission?.canPublishData ?? true,
    canSubscribe: permission?.canSubscribe ?? true,
    hidden: permission?.hidden ?? false,
    canUpdateMetadata: permission?.canUpdateMetadata ?? false,
    canSubscribeMetrics: permission?.canSubscribeMetrics ?? false,
    canManageAgentSession: permission?.canManageAgentSession ?? false,
    recorder: permission?.recorder ?? false,
    agent: permission?.agent ?? false,
  };
}

/** To the millisecond where the server says it so finely, else to the second. */
export function readJoinedAt({
  joinedAt,
  joinedAtMs,
}: Pick<ParticipantInfo, "joinedAt" | "joinedAtMs">): Date {
  return new Date(joinedAtMs > 0 ? Number(joinedAtMs) : Number(joinedAt) * 1000);
}

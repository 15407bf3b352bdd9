import "server-only";
import { TrackSource, type VideoGrant } from "livekit-server-sdk";
import type { MediaGrant } from "@/lib/domain/call/media-grant";

/**
 * Our grant in LiveKit's words, for a ticket. Every permission is written out, because LiveKit
 * reads one that is missing as given. Rights over rooms and recordings are not for tickets.
 */
export function toVideoGrant(callName: string, grant: MediaGrant): VideoGrant {
  if (!callName) throw new Error("A ticket needs the name of its call.");
  const sources = toTrackSources(grant);
  return {
    roomJoin: true,
    room: callName,
    // LiveKit reads an empty source list as "any source", so publishing itself must be off too.
    canPublish: sources.length > 0,
    canPublishSources: sources,
    canPublishData: grant.data,
    canSubscribe: grant.seeAndHear,
    hidden: grant.hidden,
    // Our database is the truth about people; nobody rewrites themselves.
    canUpdateOwnMetadata: false,
    canSubscribeMetrics: false,
    canManageAgentSession: false,
    recorder: false,
    agent: false,
  };
}

/** The sources a grant allows, in LiveKit's words and in one fixed order. */
export function toTrackSources(grant: MediaGrant): TrackSource[] {
  return [
    ...(grant.camera ? [TrackSource.CAMERA] : []),
    ...(grant.microphone ? [TrackSource.MICROPHONE] : []),
    ...(grant.screen ? [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO] : []),
  ];
}

import "server-only";
import { TrackSource } from "livekit-server-sdk";
import type { MediaGrant } from "@/lib/domain/call/media-grant";
import { toTrackSources } from "./to-video-grant";

/** Everything LiveKit lets one set on somebody inside a call. */
export type Permission = {
  canPublish: boolean;
  canPublishSources: TrackSource[];
  canPublishData: boolean;
  canSubscribe: boolean;
  hidden: boolean;
  canUpdateMetadata: boolean;
  canSubscribeMetrics: boolean;
  canManageAgentSession: boolean;
  recorder: boolean;
  agent: boolean;
};

/** Our grant as LiveKit's whole permission: it replaces everything, and what is missing is taken away. */
export function toPermission(grant: MediaGrant): Permission {
  const sources = toTrackSources(grant);
  return {
    canPublish: sources.length > 0,
    canPublishSources: sources,
    canPublishData: grant.data,
    canSubscribe: grant.seeAndHear,
    hidden: grant.hidden,
    canUpdateMetadata: false,
    canSubscribeMetrics: false,
    canManageAgentSession: false,
    recorder: false,
    agent: false,
  };
}

/** LiveKit's permission in our words; `hasForeignRights` when it holds more than our words can say. */
export function fromPermission(permission: Permission): {
  grant: MediaGrant;
  hasForeignRights: boolean;
} {
  const { canPublish, canPublishSources } = permission;
  // To LiveKit, an empty list is no limit.
  const may = (source: TrackSource) =>
    canPublish && (canPublishSources.length === 0 || canPublishSources.includes(source));
  const grant: MediaGrant = {
    microphone: may(TrackSource.MICROPHONE),
    camera: may(TrackSource.CAMERA),
    screen: may(TrackSource.SCREEN_SHARE) || may(TrackSource.SCREEN_SHARE_AUDIO),
    data: permission.canPublishData,
    seeAndHear: permission.canSubscribe,
    hidden: permission.hidden,
  };
  return { grant, hasForeignRights: !isSame(permission, toPermission(grant)) };
}

function isSame(a: Permission, b: Permission): boolean {
  return comparable(a) === comparable(b);
}

/** One text for permissions that mean the same: without publishing, its sources mean nothing. */
function comparable(permission: Permission): string {
  const sources = permission.canPublish ? [...new Set(permission.canPublishSources)].sort() : [];
  return JSON.stringify([
    permission.canPublish,
    sources,
    permission.canUpdateMetadata,
    permission.canSubscribeMetrics,
    permission.canManageAgentSession,
    permission.recorder,
    permission.agent,
  ]);
}

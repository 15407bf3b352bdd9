import {
  ConnectionQuality,
  Track,
  type Participant,
  type Room,
  type TrackPublication,
} from "livekit-client";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { SOURCES, type Source } from "@/lib/domain/call/media-grant";
import type { CallPerson, Picture, Quality } from "./call-state";

const QUALITY: Record<ConnectionQuality, Quality> = {
  [ConnectionQuality.Excellent]: "good",
  [ConnectionQuality.Good]: "good",
  [ConnectionQuality.Poor]: "weak",
  [ConnectionQuality.Lost]: "lost",
  [ConnectionQuality.Unknown]: "unknown",
};

const TRACK_SOURCE = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
} as const satisfies Record<Source, Track.Source>;

/** The kinds of track that each source may be. A video that calls itself a microphone is nothing. */
const KIND_OF: Partial<Record<Track.Source, Track.Kind>> = {
  [Track.Source.Microphone]: Track.Kind.Audio,
  [Track.Source.ScreenShareAudio]: Track.Kind.Audio,
  [Track.Source.Camera]: Track.Kind.Video,
  [Track.Source.ScreenShare]: Track.Kind.Video,
};

/** Whether a track is what its source says. Nothing else is shown or played. */
export function isHonest({ source, kind }: Pick<TrackPublication, "source" | "kind">): boolean {
  return KIND_OF[source] === kind;
}

/** What is known of oneself before the media server knows it. */
type OwnSoFar = { name: string; camera: Picture | null };

/** Everybody in the call: others in the order in which they came, oneself last. */
export function readPeople(room: Room, own: OwnSoFar): CallPerson[] {
  const me = readPerson(room.localParticipant, true);
  const known = { ...me, name: me.name || own.name, camera: me.camera ?? own.camera };
  return [...readOthers(room), known];
}

/** Everybody else in the call, in the order in which they came. */
export function readOthers(room: Room): CallPerson[] {
  return [...room.remoteParticipants.values()]
    .sort((one, other) => joinTime(one) - joinTime(other))
    .map((participant) => readPerson(participant, false));
}

function joinTime({ joinedAt }: Participant): number {
  return joinedAt?.getTime() ?? 0;
}

function readPerson(participant: Participant, isMe: boolean): CallPerson {
  const { identity, name, isSpeaking, connectionQuality } = participant;
  const microphone = findPublication(participant, Track.Source.Microphone);
  return {
    identity,
    seatId: parseIdentity(identity)?.seatId ?? identity,
    name: name ?? "",
    isMe,
    isSpeaking,
    lastSpokeAt: participant.lastSpokeAt?.getTime() ?? 0,
    hasMicrophoneOn: Boolean(microphone && !microphone.isMuted),
    camera: pictureOf(participant, Track.Source.Camera),
    screen: pictureOf(participant, Track.Source.ScreenShare),
    quality: QUALITY[connectionQuality],
    maySend: readRights(participant),
  };
}

function pictureOf(participant: Participant, source: Track.Source): Picture | null {
  const publication = findPublication(participant, source);
  return publication && !publication.isMuted ? (publication.videoTrack ?? null) : null;
}

function findPublication(
  participant: Participant,
  source: Track.Source,
): TrackPublication | undefined {
  for (const publication of participant.trackPublications.values()) {
    if (publication.source === source && isHonest(publication)) return publication;
  }
  return undefined;
}

/** What the media server lets somebody send; everything before it has said so. */
export function readRights({ permissions }: Participant): readonly Source[] {
  if (!permissions) return SOURCES;
  if (!permissions.canPublish) return [];
  const allowed = permissions.canPublishSources;
  if (allowed.length === 0) return SOURCES;
  return SOURCES.filter((source) => allowed.includes(Track.sourceToProto(TRACK_SOURCE[source])));
}

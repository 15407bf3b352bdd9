import { RoomEvent, Track, type RemoteTrack, type Room } from "livekit-client";
import { SOURCES, type Source } from "@/lib/domain/call/media-grant";
import type { CallSound } from "./call-sound";
import { isHonest, readRights } from "./read-people";

/** What happens in the media room that somebody has to be told of. */
export type RoomWatcher = {
  /** Anything that is drawn may be different now. */
  changed(): void;
  /** One's own microphone or camera went off; who did it, `OwnMedia` knows. */
  muted(source: "microphone" | "camera"): void;
  /** These may not be sent any more. */
  forbidden(sources: readonly Source[]): void;
  sharing(name: string): void;
};

const REDRAW_ON = [
  RoomEvent.SignalConnected,
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.VideoPlaybackStatusChanged,
  RoomEvent.MediaDevicesChanged,
] as const;

/** Tells `watcher` what happens in the media room and plays its sound. For the room's whole life. */
export function watchRoom(room: Room, sound: CallSound, watcher: RoomWatcher): void {
  for (const event of REDRAW_ON) room.on(event, watcher.changed);
  watchTracks(room, sound, watcher);
  room.on(RoomEvent.TrackMuted, ({ source }, { isLocal }) => {
    if (isLocal && source === Track.Source.Microphone) watcher.muted("microphone");
    if (isLocal && source === Track.Source.Camera) watcher.muted("camera");
  });
  room.on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => {
    if (!participant.isLocal) return;
    const allowed = readRights(participant);
    watcher.forbidden(SOURCES.filter((source) => !allowed.includes(source)));
  });
}

function watchTracks(room: Room, sound: CallSound, watcher: RoomWatcher): void {
  const isSound = (track: RemoteTrack) => track.kind === Track.Kind.Audio;
  room.on(RoomEvent.TrackSubscribed, (track, publication, { name }) => {
    if (!isHonest(publication)) return publication.setSubscribed(false);
    if (isSound(track)) sound.play(track);
    if (publication.source === Track.Source.ScreenShare) watcher.sharing(name ?? "");
    watcher.changed();
  });
  room.on(RoomEvent.TrackUnsubscribed, (track) => {
    if (isSound(track)) sound.drop(track);
  });
}

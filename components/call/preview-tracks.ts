import { LocalAudioTrack, LocalVideoTrack } from "livekit-client";
import type { ChosenDevices } from "./media-room";

/** What the device check hands over. The call stops these tracks from now on. */
export type PreviewTracks = {
  camera: MediaStreamTrack | null;
  microphone: MediaStreamTrack | null;
  /** A loudspeaker's device id; null is the system's own choice. */
  speakerId: string | null;
  /** Learns what is switched on or off from now on, by the person or for them. */
  keepChoice?(source: "camera" | "microphone", isOn: boolean): void;
};

/** The same tracks, as the media client sends them. */
export type OwnTracks = { camera: LocalVideoTrack | null; microphone: LocalAudioTrack | null };

/** Nobody is told of silence, and looking for it holds the way in up. */
class Microphone extends LocalAudioTrack {
  override checkForSilence(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

export function toOwnTracks({ camera, microphone }: PreviewTracks): OwnTracks {
  return {
    camera: camera && toCamera(camera),
    microphone: microphone && new Microphone(microphone, constraintsOf(microphone), false),
  };
}

export function toCamera(track: MediaStreamTrack): LocalVideoTrack {
  return new LocalVideoTrack(track, constraintsOf(track), false);
}

/** The devices that were chosen, so that the same ones are opened when they are switched on later. */
export function devicesOf({ camera, microphone, speakerId }: PreviewTracks): ChosenDevices {
  return {
    cameraId: camera?.getSettings().deviceId ?? null,
    microphoneId: microphone?.getSettings().deviceId ?? null,
    speakerId,
  };
}

/** So that the same device is opened again after it was switched off. */
function constraintsOf(track: MediaStreamTrack): MediaTrackConstraints {
  const { deviceId } = track.getSettings();
  return { ...track.getConstraints(), ...(deviceId && { deviceId }) };
}

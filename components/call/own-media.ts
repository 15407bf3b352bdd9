import {
  LocalAudioTrack,
  LocalVideoTrack,
  Track,
  TrackEvent,
  isLocalTrack,
  type Room,
} from "livekit-client";
import { SOURCES, type Source } from "@/lib/domain/call/media-grant";
import type { DeviceProblem, OwnSource, OwnSources, Picture } from "./call-state";
import { isChoiceCancelled, isDeviceFault, toDeviceProblem } from "./device-problem";

type OwnTrack = LocalVideoTrack | LocalAudioTrack;

/** What the device check hands over. The call stops these tracks from now on. */
export type PreviewTracks = {
  camera: MediaStreamTrack | null;
  microphone: MediaStreamTrack | null;
  /** A loudspeaker's device id; null is the system's own choice. */
  speakerId: string | null;
};

const SCREEN_OPTIONS = {
  audio: true,
  contentHint: "detail",
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
  systemAudio: "include",
} as const;

/** One's own microphone, camera and screen: what the person wants, and what is so. */
export class OwnMedia {
  /** What the person has switched on; outlives a connection. The screen does not. */
  readonly #wanted: Record<"microphone" | "camera", boolean>;
  readonly #problems = new Map<Source, DeviceProblem>();
  readonly #changing = new Set<Source>();
  readonly #unplugged = new Set<Source>();
  readonly #watched = new WeakSet<OwnTrack>();
  /** Opened before the call and not published yet. */
  #waiting: { camera: LocalVideoTrack | null; microphone: LocalAudioTrack | null };
  readonly #changed: () => void;

  constructor({ camera, microphone }: PreviewTracks, changed: () => void) {
    this.#changed = changed;
    this.#wanted = { camera: Boolean(camera), microphone: Boolean(microphone) };
    this.#waiting = {
      camera: camera && new LocalVideoTrack(camera, constraintsOf(camera), false),
      microphone: microphone && new LocalAudioTrack(microphone, constraintsOf(microphone), false),
    };
  }

  /** The camera's picture before it is published. */
  get ownPicture(): Picture | null {
    return this.#waiting.camera;
  }

  /** Sends what is switched on. Called beside connecting; publishing waits for the connection. */
  publish(room: Room): void {
    const { camera, microphone } = this.#waiting;
    void this.#publishOne(room, "camera", camera);
    void this.#publishOne(room, "microphone", microphone);
  }

  async #publishOne(
    room: Room,
    source: "camera" | "microphone",
    track: OwnTrack | null,
  ): Promise<void> {
    if (!this.#wanted[source]) return;
    if (!track) return this.set(room, source, true);
    // Always so; the client's own types say it only through its guard.
    if (!isLocalTrack(track)) return;
    const named = source === "camera" ? Track.Source.Camera : Track.Source.Microphone;
    this.#watch(track, source);
    try {
      await room.localParticipant.publishTrack(track, { source: named });
    } catch {
      // Not connected after all, or not allowed: the connection and the rights tell the person.
      track.stop();
    }
    this.#waiting = { ...this.#waiting, [source]: null };
    this.#changed();
  }

  /** Sends this picture as the camera's from now on, in place of any other. `read` says whether it does. */
  async sendPicture(room: Room, track: MediaStreamTrack): Promise<void> {
    this.giveUp("camera");
    const { localParticipant } = room;
    const before = localParticipant.getTrackPublication(Track.Source.Camera)?.videoTrack;
    if (before) await localParticipant.unpublishTrack(before);
    const camera = new LocalVideoTrack(track, constraintsOf(track), false);
    this.#wanted.camera = true;
    this.#waiting = { ...this.#waiting, camera };
    await this.#publishOne(room, "camera", camera);
  }

  /** Switches one source on or off. Never throws: what went wrong stands in `read`. */
  async set(room: Room, source: Source, on: boolean): Promise<void> {
    if (this.#changing.has(source)) return;
    if (source !== "screen") this.#wanted[source] = on;
    this.#changing.add(source);
    this.#problems.delete(source);
    this.#unplugged.delete(source);
    this.#changed();
    try {
      const publication = await setEnabled(room, source, on);
      const track = publication?.videoTrack ?? publication?.audioTrack;
      if (on && track) this.#watch(track, source);
    } catch (error) {
      this.#fail(source, error);
    } finally {
      this.#changing.delete(source);
      this.#changed();
    }
  }

  #fail(source: Source, error: unknown): void {
    // A lost connection is no fault of the device: what was wanted is sent when it is back.
    if (!isDeviceFault(error) || (source === "screen" && isChoiceCancelled(error))) return;
    if (source !== "screen") this.#wanted[source] = false;
    this.#problems.set(source, toDeviceProblem(error));
  }

  #watch(track: OwnTrack, source: Source): void {
    if (this.#watched.has(track)) return;
    this.#watched.add(track);
    track.on(TrackEvent.Ended, () => this.#unplugged.add(source));
    track.on(TrackEvent.Restarted, () => this.#unplugged.delete(source));
  }

  /**
   * Why a source was muted that the person wanted on: its device is gone, or somebody else muted
   * it. Null when the person did it.
   */
  takeMuting(source: "microphone" | "camera"): "unplugged" | "by-host" | null {
    if (!this.#wanted[source] || this.#changing.has(source)) return null;
    this.#wanted[source] = false;
    return this.#unplugged.delete(source) ? "unplugged" : "by-host";
  }

  /** Forgets what may not be sent any more, so that it does not come back by itself. */
  giveUp(source: Source): void {
    if (source === "screen") return;
    this.#wanted[source] = false;
    this.#waiting[source]?.stop();
    this.#waiting = { ...this.#waiting, [source]: null };
  }

  dismissProblem(source: Source): void {
    this.#problems.delete(source);
    this.#changed();
  }

  read(room: Room): OwnSources {
    const { isMicrophoneEnabled, isCameraEnabled, isScreenShareEnabled } = room.localParticipant;
    const isOn = {
      microphone: isMicrophoneEnabled || Boolean(this.#waiting.microphone),
      camera: isCameraEnabled || Boolean(this.#waiting.camera),
      screen: isScreenShareEnabled,
    };
    const read = (source: Source): OwnSource => ({
      isOn: isOn[source],
      isChanging: this.#changing.has(source),
      problem: this.#problems.get(source) ?? null,
    });
    return { microphone: read("microphone"), camera: read("camera"), screen: read("screen") };
  }

  /** Switches every device off for good. */
  stop(): void {
    for (const source of SOURCES) this.giveUp(source);
  }
}

function setEnabled(room: Room, source: Source, on: boolean) {
  const { localParticipant } = room;
  if (source === "microphone") return localParticipant.setMicrophoneEnabled(on);
  if (source === "camera") return localParticipant.setCameraEnabled(on);
  return localParticipant.setScreenShareEnabled(on, SCREEN_OPTIONS);
}

/** So that the same device is opened again after it was switched off. */
function constraintsOf(track: MediaStreamTrack): MediaTrackConstraints {
  const { deviceId } = track.getSettings();
  return { ...track.getConstraints(), ...(deviceId && { deviceId }) };
}

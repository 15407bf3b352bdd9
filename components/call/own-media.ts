import { RoomEvent, Track, TrackEvent, isLocalTrack, type Room } from "livekit-client";
import { SOURCES, type Source } from "@/lib/domain/call/media-grant";
import type { DeviceProblem, OwnSource, OwnSources, Picture } from "./call-state";
import { isChoiceCancelled, isDeviceFault, toDeviceProblem } from "./device-problem";
import { toCamera, toOwnTracks, type OwnTracks, type PreviewTracks } from "./preview-tracks";

type OwnTrack = NonNullable<OwnTracks["camera" | "microphone"]>;

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
  /** What is on its way to the media server, which the media client can't switch until it is there. */
  readonly #sending = new Map<Source, Promise<unknown>>();
  readonly #watched = new WeakSet<OwnTrack>();
  /** Opened before the call and not published yet. */
  #waiting: OwnTracks;
  readonly #keepChoice: PreviewTracks["keepChoice"];
  readonly #changed: () => void;

  constructor(preview: PreviewTracks, changed: () => void) {
    const { camera, microphone, keepChoice } = preview;
    this.#changed = changed;
    this.#keepChoice = keepChoice;
    this.#wanted = { camera: Boolean(camera), microphone: Boolean(microphone) };
    this.#waiting = toOwnTracks(preview);
  }

  /** The camera's picture before it is published. */
  get ownPicture(): Picture | null {
    return this.#wanted.camera ? this.#waiting.camera : null;
  }

  /**
   * Sends what is switched on. Called beside connecting; publishing waits for the connection. The
   * camera follows it, but for somebody who is let in or comes back: making a picture to send, and
   * reading those of the others, would take each other's time.
   */
  publish(room: Room, { isWaitedFor }: { isWaitedFor: boolean }): void {
    const publish = (source: "camera" | "microphone") => {
      if (!this.#sending.has(source)) void this.#publishOne(room, source, this.#waiting[source]);
    };
    publish("microphone");
    if (isWaitedFor) publish("camera");
    else room.once(RoomEvent.Connected, () => this.#waiting.camera && publish("camera"));
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
      const sending = room.localParticipant.publishTrack(track, { source: named });
      this.#sending.set(source, sending);
      await sending;
    } catch {
      // Not connected after all, or not allowed: the connection and the rights tell the person.
      track.stop();
    }
    this.#sending.delete(source);
    this.#waiting = { ...this.#waiting, [source]: null };
    this.#changed();
  }

  /** Sends this picture as the camera's from now on, in place of any other. `read` says whether it does. */
  async sendPicture(room: Room, track: MediaStreamTrack): Promise<void> {
    this.giveUp("camera");
    const { localParticipant } = room;
    const before = localParticipant.getTrackPublication(Track.Source.Camera)?.videoTrack;
    if (before) await localParticipant.unpublishTrack(before);
    const camera = toCamera(track);
    this.#wanted.camera = true;
    this.#waiting = { ...this.#waiting, camera };
    await this.#publishOne(room, "camera", camera);
  }

  /**
   * Switches one source on or off. What is chosen while it still changes is taken up afterwards. Never
   * throws: what went wrong stands in `read`.
   */
  async set(room: Room, source: Source, on: boolean): Promise<void> {
    if (source !== "screen") this.#choose(source, on);
    if (this.#changing.has(source)) return this.#changed();
    await this.#change(room, source, on);
    const isLeft = source !== "screen" && this.#wanted[source] !== on;
    if (isLeft && !this.#problems.has(source)) await this.set(room, source, !on);
  }

  async #change(room: Room, source: Source, on: boolean): Promise<void> {
    this.#changing.add(source);
    this.#problems.delete(source);
    this.#unplugged.delete(source);
    this.#changed();
    try {
      if (source !== "screen") await this.#untilSent(source, on);
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

  /** Nothing is seen or heard meanwhile of what was switched off on its way, or before it. */
  async #untilSent(source: "camera" | "microphone", on: boolean): Promise<void> {
    const sending = this.#sending.get(source);
    if (!sending && !on) return this.giveUp(source);
    const track = this.#waiting[source]?.mediaStreamTrack;
    if (track) track.enabled = on;
    await sending?.catch(() => undefined);
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
    if (this.#unplugged.delete(source)) {
      this.#wanted[source] = false;
      return "unplugged";
    }
    this.#choose(source, false);
    return "by-host";
  }

  /** Has what is not published yet come from another device; the media client sees to the rest. */
  async switchDevice(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    if (kind === "audiooutput") return;
    const source = kind === "videoinput" ? "camera" : "microphone";
    const track = this.#waiting[source];
    await track?.setDeviceId(deviceId);
    // The other device begins switched on, whatever the one before was.
    if (track && !this.#wanted[source]) track.mediaStreamTrack.enabled = false;
  }

  #choose(source: "camera" | "microphone", on: boolean): void {
    this.#wanted[source] = on;
    this.#keepChoice?.(source, on);
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
    const isComing = (source: "camera" | "microphone") =>
      this.#wanted[source] && (this.#waiting[source] !== null || this.#changing.has(source));
    const isOn = {
      microphone: isMicrophoneEnabled || isComing("microphone"),
      camera: isCameraEnabled || isComing("camera"),
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

import type { Source } from "@/lib/domain/call/media-grant";
import { ENDS } from "@/lib/domain/calling/end-reason";
import type {
  AudioDeviceInfo,
  CallEvents,
  JoinCallOptions,
  LocalVideoStream,
} from "@/public/calling/rostrum-calling";
import { CallingError } from "./calling-error";
import type { Devices } from "./device-manager";
import { browserIdOf } from "./devices";
import { OwnVideoStream } from "./local-video-stream";
import type { Media } from "./media";

/** Tells a page what happened. */
export type Tell = <Name extends keyof CallEvents>(
  event: Name,
  ...change: Parameters<CallEvents[Name]>
) => void;

/** Which devices are to be used. */
export type ChosenDevices = Pick<Devices, "selectedMicrophone" | "selectedSpeaker" | "on" | "off">;

/** What this user sends: what the page wants before there is a connection, and what is so then. */
export class OwnSending {
  isMuted: boolean;
  isSharing = false;
  videoStreams: readonly LocalVideoStream[];
  readonly #devices: ChosenDevices;
  readonly #tell: Tell;
  #media: Media | null = null;
  #stopFollowing = () => {};
  /** Until it is sent, or stopped before. */
  #starting: LocalVideoStream | null = null;
  /** The media server takes them away a moment after it says so. */
  #forbidden: readonly Source[] = [];

  constructor(devices: ChosenDevices, { audioOptions, videoOptions }: JoinCallOptions, tell: Tell) {
    this.#devices = devices;
    this.#tell = tell;
    this.isMuted = audioOptions?.muted ?? false;
    this.videoStreams = videoOptions?.localVideoStreams?.slice(0, 1) ?? [];
  }

  /** Sends what is wanted and allowed through a new connection. */
  attach(media: Media, may: Record<"microphone" | "camera", boolean>): void {
    this.#media = media;
    this.#devices.on("selectedMicrophoneChanged", this.#useMicrophone);
    this.#devices.on("selectedSpeakerChanged", this.#useSpeaker);
    this.#useMicrophone();
    if (!may.microphone) this.#setMuted(true);
    if (!may.camera) this.#setStreams([]);
    if (!this.isMuted) void media.send("microphone", true);
    const [stream] = this.videoStreams;
    if (stream) void this.#sendCamera(stream);
  }

  detach(): void {
    this.#media = null;
    this.#stopFollowing();
    this.#letGo(this.videoStreams);
    this.#devices.off("selectedMicrophoneChanged", this.#useMicrophone);
    this.#devices.off("selectedSpeakerChanged", this.#useSpeaker);
    this.#setSharing(false);
  }

  /** Takes what the connection sends now. */
  follow(): void {
    const [microphone, screen] = [
      this.#media?.isSending("microphone"),
      this.#media?.isSending("screen"),
    ];
    const may = (source: Source) => !this.#forbidden.includes(source);
    if (typeof microphone === "boolean") this.#setMuted(!(microphone && may("microphone")));
    if (typeof screen === "boolean") this.#setSharing(screen && may("screen"));
  }

  /** These are not to be sent any more; what was forbidden before and is not named now is again. */
  forbid(sources: readonly Source[]): void {
    this.#forbidden = sources;
    if (sources.includes("camera")) this.#setStreams([]);
    if (sources.includes("microphone")) this.#setMuted(true);
    if (sources.includes("screen")) this.#setSharing(false);
  }

  async setMuted(isMuted: boolean): Promise<void> {
    if (!this.#media) return this.#setMuted(isMuted);
    await this.#media.send("microphone", !isMuted);
    this.follow();
    if (this.isMuted !== isMuted) throw notDone("The microphone can't be used");
  }

  async startVideo(stream: LocalVideoStream): Promise<void> {
    this.#starting = stream;
    await this.#sendCamera(stream);
    if (this.#starting !== stream) return;
    this.#starting = null;
    // The call may be over by now.
    if (!this.#media) this.#letGo([stream]);
    if (this.#media?.isSending("camera") === false) {
      this.#letGo([stream]);
      throw notDone("The camera can't be used");
    }
    this.#setStreams([stream]);
  }

  async stopVideo(stream: LocalVideoStream): Promise<void> {
    if (stream !== this.#starting && !this.videoStreams.includes(stream)) return;
    this.#starting = null;
    const stopped = this.#media?.sendCamera(null);
    this.#stopFollowing();
    this.#letGo([stream]);
    this.#setStreams([]);
    await stopped;
  }

  async setSharing(isSharing: boolean): Promise<void> {
    await this.#media?.send("screen", isSharing);
    this.follow();
    if (this.isSharing !== isSharing) throw notDone("The screen is not shared");
  }

  /** Also from its other sources, for as long as it is sent. */
  async #sendCamera(stream: LocalVideoStream): Promise<void> {
    const camera = cameraOf(stream);
    this.#stopFollowing();
    this.#stopFollowing = camera.whenSwitched(() => void this.#media?.sendCamera(camera));
    if (this.#media) void camera.hold(this);
    await this.#media?.sendCamera(camera);
  }

  #letGo(streams: readonly LocalVideoStream[]): void {
    for (const stream of streams) cameraOf(stream).letGo(this);
  }

  readonly #useMicrophone = () => this.#use("audioinput", this.#devices.selectedMicrophone);
  readonly #useSpeaker = () => this.#use("audiooutput", this.#devices.selectedSpeaker);

  #use(kind: "audioinput" | "audiooutput", device: AudioDeviceInfo | undefined): void {
    if (device) void this.#media?.useDevice(kind, browserIdOf(device.id)).catch(reportError);
  }

  #setMuted(isMuted: boolean): void {
    if (isMuted === this.isMuted) return;
    this.isMuted = isMuted;
    this.#tell("isMutedChanged");
  }

  #setSharing(isSharing: boolean): void {
    if (isSharing === this.isSharing) return;
    this.isSharing = isSharing;
    this.#tell("isScreenSharingOnChanged");
  }

  #setStreams(streams: readonly LocalVideoStream[]): void {
    const before = this.videoStreams;
    const added = streams.filter((stream) => !before.includes(stream));
    const removed = before.filter((stream) => !streams.includes(stream));
    if (added.length + removed.length === 0) return;
    if (streams.length === 0) this.#stopFollowing();
    this.#letGo(removed);
    this.videoStreams = streams;
    this.#tell("localVideoStreamsUpdated", { added, removed });
    if (Boolean(before.length) !== Boolean(streams.length))
      this.#tell("isLocalVideoStartedChanged");
  }
}

function cameraOf(stream: LocalVideoStream): OwnVideoStream {
  if (stream instanceof OwnVideoStream) return stream;
  throw notDone("The stream is none of this library's");
}

function notDone(message: string): CallingError {
  return new CallingError(message, ENDS.unreachable);
}

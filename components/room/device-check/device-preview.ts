import type { PreviewTracks } from "@/components/call/preview-tracks";
import type { KeptInTab } from "@/components/room/kept-in-tab";
import type { Choices } from "./choices";
import type { DeviceFault, DeviceKind } from "./device-fault";
import { openDevices, permissionOf } from "./open-device";
import { watchDevices } from "./watch-devices";

export type DeviceState = {
  /** Switched off by the person when false. */
  isWanted: boolean;
  track: MediaStreamTrack | null;
  fault: DeviceFault | null;
  /** The one chosen; null is the browser's own choice. */
  deviceId: string | null;
};

export type PreviewState = {
  stage: "closed" | "asking" | "open";
  /** The browser is asking the person for permission. */
  isPrompting: boolean;
  camera: DeviceState;
  microphone: DeviceState;
  speakerId: string | null;
  devices: MediaDeviceInfo[];
};

/** What goes into a call. */
export type HandedOver = Required<PreviewTracks>;

const FRESH: DeviceState = { isWanted: true, track: null, fault: null, deviceId: null };

/** How long going in waits for devices that are being opened. */
const LONGEST_WAIT_MS = 3_000;

/** Faults that a permission, once given, takes away. */
const CURED_BY_PERMISSION = new Set<DeviceFault | null>(["blocked", "dismissed", "system"]);

/**
 * Camera and microphone before the call: opens them, says what is wrong, follows what is plugged in
 * or allowed meanwhile, and hands the open tracks over to the call. State outside React.
 */
export class DevicePreview {
  #state: PreviewState = {
    stage: "closed",
    isPrompting: false,
    camera: FRESH,
    microphone: FRESH,
    speakerId: null,
    devices: [],
  };
  #kinds: readonly DeviceKind[] = [];
  #opening: Promise<void> = Promise.resolve();
  /** Answers to questions of an earlier round are thrown away. */
  #round = 0;
  #unwatch: (() => void) | null = null;
  /** What was chosen before a reload counts from the first opening on: the server drew without it. */
  #isTakenUp = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly kept: Pick<KeptInTab<Choices>, "read" | "keep">) {}

  readonly read = (): PreviewState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens what this person may use; asks for permission when the browser wants it. */
  async open(kinds: readonly DeviceKind[]): Promise<void> {
    if (this.#state.stage !== "closed" || kinds.length === 0) return;
    this.#kinds = kinds;
    this.#takeUp();
    this.#set({ stage: "asking" });
    this.#unwatch = this.#watch();
    void this.#noticePrompt(kinds);
    this.#opening = this.#start(kinds);
    await this.#opening;
  }

  /** Stops everything; the camera's light goes out. */
  readonly close = (): void => {
    const { camera, microphone } = this.#release();
    for (const track of [camera, microphone]) track?.stop();
  };

  /**
   * The open tracks, which are the caller's from now on. Opens them first when they were closed, and
   * waits a while for what is being opened, but not for a person who went in past the question.
   */
  handOver(kinds: readonly DeviceKind[]): HandedOver | Promise<HandedOver> {
    const { stage, isPrompting } = this.#state;
    if (stage === "open" || isPrompting) return this.#release();
    if (stage === "closed") void this.open(kinds);
    return Promise.race([this.#opening, longestWait()]).then(() => this.#release());
  }

  setWanted(kind: DeviceKind, isWanted: boolean): void {
    const { track } = this.#state[kind];
    this.#setKind(kind, { isWanted, fault: null, track: null });
    if (track) stopQuietly(track);
    if (isWanted) void this.#start([kind]);
  }

  retry(kinds: readonly DeviceKind[]): void {
    for (const kind of kinds) this.#setKind(kind, { isWanted: true });
    void this.#start(kinds);
  }

  choose(kind: DeviceKind, deviceId: string): void {
    const { track } = this.#state[kind];
    if (track) stopQuietly(track);
    this.#setKind(kind, { deviceId: deviceId || null, isWanted: true, track: null });
    void this.#start([kind]);
  }

  chooseSpeaker(deviceId: string): void {
    this.#set({ speakerId: deviceId || null });
    this.#keep();
  }

  #takeUp(): void {
    if (this.#isTakenUp) return;
    this.#isTakenUp = true;
    const kept = this.kept.read();
    if (!kept) return;
    const { camera, microphone } = this.#state;
    this.#set({
      camera: { ...camera, ...kept.camera },
      microphone: { ...microphone, ...kept.microphone },
      speakerId: kept.speakerId,
    });
  }

  #keep(): void {
    const { camera, microphone, speakerId } = this.#state;
    const choiceOf = ({ isWanted, deviceId }: DeviceState) => ({ isWanted, deviceId });
    this.kept.keep({ camera: choiceOf(camera), microphone: choiceOf(microphone), speakerId });
  }

  async #noticePrompt(kinds: readonly DeviceKind[]): Promise<void> {
    const permissions = await Promise.all(kinds.map(permissionOf));
    const isPrompting = permissions.some((one) => one === "prompt" || one === "unknown");
    if (this.#state.stage === "asking") this.#set({ isPrompting });
  }

  async #start(kinds: readonly DeviceKind[]): Promise<void> {
    const round = this.#round;
    const wanted = kinds.filter((kind) => this.#state[kind].isWanted);
    if (wanted.length > 0) {
      const choices = wanted.map((kind) => [kind, { deviceId: this.#state[kind].deviceId }]);
      const opened = await openDevices(Object.fromEntries(choices));
      for (const kind of wanted) {
        const { track = null, fault = "failed" } = opened[kind] ?? {};
        const isLate = round !== this.#round || !this.#state[kind].isWanted;
        if (isLate) track?.stop();
        else this.#hold(kind, track, fault);
      }
    }
    if (round !== this.#round) return;
    this.#set({ stage: "open", isPrompting: false });
    await this.#list();
  }

  #hold(kind: DeviceKind, track: MediaStreamTrack | null, fault: DeviceFault | null): void {
    const before = this.#state[kind].track;
    if (before && before !== track) stopQuietly(before);
    this.#setKind(kind, { track, fault: track ? null : fault });
    if (track) track.onended = () => void this.#start([kind]);
  }

  #release(): HandedOver {
    const { camera, microphone, speakerId } = this.#state;
    for (const { track } of [camera, microphone]) if (track) track.onended = null;
    this.#round += 1;
    this.#unwatch?.();
    this.#unwatch = null;
    this.#state = {
      ...this.#state,
      stage: "closed",
      isPrompting: false,
      camera: { ...camera, track: null, fault: null },
      microphone: { ...microphone, track: null, fault: null },
    };
    // A call that takes the tracks over begins to connect first, and is not held up by drawing.
    setTimeout(() => this.#tell());
    // What is switched on or off in the call is so, too, when the devices open again.
    const keepChoice = (kind: DeviceKind, isWanted: boolean) => this.#setKind(kind, { isWanted });
    return { camera: camera.track, microphone: microphone.track, speakerId, keepChoice };
  }

  async #list(): Promise<void> {
    const round = this.#round;
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    if (round === this.#round) this.#set({ devices });
  }

  /** Follows what is plugged in and what is allowed while the page stands there. */
  #watch(): () => void {
    return watchDevices(this.#kinds, {
      plugged: async () => {
        await this.#list();
        this.#startFaulty((fault) => fault === "missing");
      },
      allowed: () => this.#startFaulty((fault) => CURED_BY_PERMISSION.has(fault)),
    });
  }

  #startFaulty(isCured: (fault: DeviceFault | null) => boolean): void {
    const kinds = this.#kinds.filter((kind) => isCured(this.#state[kind].fault));
    if (kinds.length > 0 && this.#state.stage === "open") void this.#start(kinds);
  }

  #setKind(kind: DeviceKind, changes: Partial<DeviceState>): void {
    this.#set({ [kind]: { ...this.#state[kind], ...changes } });
    if (this.#isTakenUp) this.#keep();
  }

  #set(changes: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function longestWait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
}

/** Our own stop is not a device that was pulled out. */
function stopQuietly(track: MediaStreamTrack): void {
  track.onended = null;
  track.stop();
}

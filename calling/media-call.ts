import type { Room } from "livekit-client";
import { CallSound } from "@/components/call/call-sound";
import type { CallPerson, Link } from "@/components/call/call-state";
import { Connection, type Destination } from "@/components/call/connection";
import { makeMediaRoom, signallingUrl } from "@/components/call/media-room";
import { OwnMedia } from "@/components/call/own-media";
import { readOthers } from "@/components/call/read-people";
import { watchRoom } from "@/components/call/watch-room";
import type { Source } from "@/lib/domain/call/media-grant";
import type { CallingView } from "@/lib/domain/calling/calling-view";
import { ENDS } from "@/lib/domain/calling/end-reason";
import type { Wire } from "@/lib/domain/room/room-view";
import type { CameraSource, End, Media, MediaOptions } from "./media";

/**
 * Connects at once; what is sent meanwhile waits for the connection. The whole media client hangs on
 * this file, so it is loaded when somebody joins and not before.
 */
export function startMedia(options: MediaOptions): Media {
  return new MediaCall(options);
}

class MediaCall implements Media {
  readonly #room: Room;
  readonly #own: OwnMedia;
  readonly #sound = new CallSound();
  readonly #connection: Connection<Wire<CallingView>, End>;
  readonly #options: MediaOptions;
  #camera: CameraSource | null = null;
  /** Pictures are changed one after another, so that the last word holds. */
  #cameraWork = Promise.resolve();
  /** The next change, while it has not begun: it takes what is wanted then. */
  #cameraDue: Promise<void> | null = null;
  #isChangeDue = false;
  #isClosed = false;

  constructor(options: MediaOptions) {
    this.#options = options;
    const { speakerId } = options;
    this.#room = makeMediaRoom({ speakerId });
    this.#own = new OwnMedia({ camera: null, microphone: null, speakerId }, () => this.#changed());
    this.#connection = new Connection(this.#room, this.#destination(), {
      changed: () => this.#changed(),
      returning: (view) => this.#return(view),
      ended: (end) => options.onEnd(end),
    });
    this.#watch();
    void this.#connection.open(options.ticket);
  }

  get link(): Link {
    return this.#connection.link;
  }

  people(): CallPerson[] {
    return readOthers(this.#room);
  }

  isSending(source: Source): boolean | null {
    const { isOn, isChanging } = this.#own.read(this.#room)[source];
    return isChanging ? null : isOn;
  }

  async send(source: Exclude<Source, "camera">, on: boolean): Promise<void> {
    await this.#own.set(this.#room, source, on);
  }

  sendCamera(camera: CameraSource | null): Promise<void> {
    this.#camera = camera;
    // What is on its way out goes dark at once, not when its turn comes.
    if (!camera) this.#own.giveUp("camera");
    return this.#followCamera();
  }

  async useDevice(kind: "audioinput" | "audiooutput", deviceId: string): Promise<void> {
    await this.#room.switchActiveDevice(kind, deviceId);
  }

  close(): void {
    this.#isClosed = true;
    this.#connection.close();
    this.#own.stop();
    this.#sound.stop();
  }

  #destination(): Destination<Wire<CallingView>, End> {
    return {
      url: signallingUrl(this.#options.gate),
      findWayBack: this.#options.findWayBack,
      elsewhere: { ...ENDS.elsewhere, details: null },
      lost: { ...ENDS.lost, details: null },
    };
  }

  #watch(): void {
    watchRoom(this.#room, this.#sound, {
      changed: () => this.#changed(),
      muted: (source) => {
        const why = this.#own.takeMuting(source);
        if (source === "microphone" && why === "by-host") this.#options.onMutedByOthers();
      },
      forbidden: (sources) => {
        for (const source of sources) this.#own.giveUp(source);
        if (sources.includes("camera")) this.#camera = null;
        this.#options.onForbidden(sources);
        this.#changed();
      },
      sharing: () => undefined,
    });
  }

  #return(view: Wire<CallingView>): void {
    // The camera's stream is the page's: it is not opened here a second time.
    this.#own.giveUp("camera");
    this.#own.publish(this.#room, { isWaitedFor: true });
    if (this.#camera) void this.#followCamera();
    this.#options.onView(view);
  }

  #followCamera(): Promise<void> {
    const change = () => {
      this.#cameraDue = null;
      return this.#sendCamera();
    };
    this.#cameraDue ??= this.#cameraWork.then(change).catch(reportError);
    return (this.#cameraWork = this.#cameraDue);
  }

  async #sendCamera(): Promise<void> {
    const camera = this.#camera;
    if (!camera) return this.#own.set(this.#room, "camera", false);
    const track = await camera.openTrack().catch(() => null);
    // It may have been switched off while it opened.
    if (track && camera === this.#camera && !this.#isClosed) {
      await this.#own.sendPicture(this.#room, track);
    } else track?.stop();
  }

  /** Many events come at once; they are told once. */
  #changed(): void {
    if (this.#isChangeDue) return;
    this.#isChangeDue = true;
    queueMicrotask(() => {
      this.#isChangeDue = false;
      if (!this.#isClosed) this.#options.onChange();
    });
  }
}

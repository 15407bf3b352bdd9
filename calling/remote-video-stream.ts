import type { Picture } from "@/components/call/call-state";
import type {
  MediaStreamType,
  RemoteVideoStream,
  RemoteVideoStreamEvents,
} from "@/public/calling/rostrum-calling";
import { Emitter } from "./emitter";

/** A camera or a screen of somebody else, whether they send it now or not. */
export class TheirVideoStream
  extends Emitter<RemoteVideoStreamEvents>
  implements RemoteVideoStream
{
  #picture: Picture | null = null;
  readonly #shownIn = new Set<HTMLVideoElement>();

  constructor(
    readonly id: number,
    readonly mediaStreamType: MediaStreamType,
  ) {
    super();
  }

  get isAvailable(): boolean {
    return this.#picture !== null;
  }

  get isReceiving(): boolean {
    return this.#picture !== null;
  }

  async getMediaStream(): Promise<MediaStream> {
    const track = this.#picture?.mediaStreamTrack;
    if (!track) throw new Error("The stream is not available");
    return new MediaStream([track]);
  }

  /** Takes what they send now; null when they send nothing. */
  take(picture: Picture | null): void {
    const before = this.#picture;
    if (picture === before) return;
    this.#picture = picture;
    for (const element of this.#shownIn) {
      before?.detach(element);
      picture?.attach(element);
    }
    if (Boolean(before) === Boolean(picture)) return;
    this.emit("isAvailableChanged");
    this.emit("isReceivingChanged");
  }

  /** Shows it in an element, also when they stop and start again. */
  showIn(element: HTMLVideoElement): () => void {
    this.#shownIn.add(element);
    this.#picture?.attach(element);
    return () => {
      this.#shownIn.delete(element);
      this.#picture?.detach(element);
    };
  }
}

import type { LocalVideoStream, VideoDeviceInfo } from "@/public/calling/rostrum-calling";
import type { CameraSource } from "./media";
import { browserIdOf, toVideoDevice } from "./devices";

/**
 * A camera, or a stream of the page's own, to be shown and sent. A camera is opened when it is needed
 * and closed when nobody holds it any more: no view, no call, and not the page, which holds it from
 * `getMediaStream` to `dispose`.
 */
export class OwnVideoStream implements LocalVideoStream, CameraSource {
  #source: VideoDeviceInfo;
  #stream: Promise<MediaStream> | null = null;
  /** Whether this class opened the stream and so has to stop it. */
  #isOpenedHere = false;
  readonly #onSwitch = new Set<() => void>();
  readonly #holders = new Set<object>();

  constructor(source: VideoDeviceInfo | MediaStream) {
    if (source instanceof MediaStream) {
      this.#stream = Promise.resolve(source);
      this.#source = toVideoDevice(source.getVideoTracks()[0]);
    } else {
      this.#source = source;
    }
  }

  get source(): VideoDeviceInfo {
    return this.#source;
  }

  get mediaStreamType(): "Video" {
    return "Video";
  }

  getMediaStream(): Promise<MediaStream> {
    return this.hold(this);
  }

  /** Opens it for `holder`, who lets go of it in the end. */
  hold(holder: object): Promise<MediaStream> {
    this.#holders.add(holder);
    return this.#open();
  }

  letGo(holder: object): void {
    if (this.#holders.delete(holder) && this.#holders.size === 0) this.#close();
  }

  /** Another track of the same picture, which whoever takes it stops. */
  async openTrack(): Promise<MediaStreamTrack> {
    const [track] = (await this.#open()).getVideoTracks();
    if (!track) throw new Error("The stream has no video");
    return track.clone();
  }

  async switchSource(source: VideoDeviceInfo): Promise<void> {
    this.#close();
    this.#source = source;
    for (const listener of this.#onSwitch) listener();
  }

  /** Calls `listener` when the source is another one, so that what is sent and shown can follow. */
  whenSwitched(listener: () => void): () => void {
    this.#onSwitch.add(listener);
    return () => void this.#onSwitch.delete(listener);
  }

  /** Closes it, whoever holds it. */
  dispose(): void {
    this.#holders.clear();
    this.#close();
  }

  #open(): Promise<MediaStream> {
    if (!this.#stream) {
      this.#isOpenedHere = true;
      this.#stream = openCamera(this.#source);
      // A camera that could not be opened may be tried again.
      this.#stream.catch(() => (this.#stream = null));
    }
    return this.#stream;
  }

  #close(): void {
    // A stream of the page's own is the page's to stop.
    if (!this.#isOpenedHere) return;
    const opened = this.#stream;
    this.#stream = null;
    this.#isOpenedHere = false;
    void opened?.then((stream) => stream.getTracks().forEach((track) => track.stop()));
  }
}

function openCamera({ id }: VideoDeviceInfo): Promise<MediaStream> {
  const video = { deviceId: { exact: browserIdOf(id) }, width: { ideal: 1280 } };
  return navigator.mediaDevices.getUserMedia({ video });
}

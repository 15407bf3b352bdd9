import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  VideoStream,
  type RemoteTrack,
} from "@livekit/rtc-node";
import { expect } from "@playwright/test";
import { browserWays } from "./browser-ways";

const WIDTH = 64;
const HEIGHT = 48;
const FRAME_MS = 100;
const SAMPLE_RATE = 48_000;
const SAMPLES = SAMPLE_RATE / 10;

/**
 * A client without a browser that really sends and receives. It obeys nobody: whatever it may not
 * do, somebody else has to prevent.
 */
export class MediaClient {
  private readonly room = new Room();
  private readonly closers: (() => void)[] = [];
  private frames = 0;
  private hasLeft = false;

  private constructor() {
    this.room.on(RoomEvent.Disconnected, () => (this.hasLeft = true));
    this.room.on(RoomEvent.TrackSubscribed, (track) => void this.countFrames(track));
  }

  /** Comes in through the product's own door, as a browser does. */
  static async joins(ticket: string): Promise<MediaClient> {
    const ways = await browserWays();
    try {
      const client = await MediaClient.joinsAt(ways.url, ticket);
      client.closers.push(() => ways.close());
      return client;
    } catch (error) {
      ways.close();
      throw error;
    }
  }

  /** Comes in at an address of the media server's own. */
  static async joinsAt(url: string, ticket: string): Promise<MediaClient> {
    const client = new MediaClient();
    await client.room.connect(url.replace(/^http/, "ws"), ticket, {
      autoSubscribe: true,
      dynacast: false,
    });
    return client;
  }

  get identity(): string {
    return this.room.localParticipant?.identity ?? "";
  }

  /** The newest ticket: the media server pushes one now and then. */
  get ticket(): string {
    return this.room.token ?? "";
  }

  get isOut(): boolean {
    return this.hasLeft;
  }

  /** The others it can see, by identity. */
  get others(): string[] {
    return [...this.room.remoteParticipants.keys()];
  }

  /** Frames of others' pictures until now. */
  get framesSeen(): number {
    return this.frames;
  }

  /** Waits until more of others' pictures arrive than until now. */
  async expectMovingPicture(patience: { timeout?: number } = {}): Promise<void> {
    const before = this.frames;
    const polled = expect.poll(() => this.frames, { message: "frames", ...patience });
    await polled.toBeGreaterThan(before + 5);
  }

  /** Sends a picture and says it is `source`. Fails when the media server does not take it. */
  async sendsPicture(source: TrackSource = TrackSource.SOURCE_CAMERA): Promise<void> {
    const video = new VideoSource(WIDTH, HEIGHT);
    let shade = 0;
    this.every(FRAME_MS, () => {
      shade = (shade + 16) % 256;
      const pixels = new Uint8Array(WIDTH * HEIGHT * 4).fill(shade);
      video.captureFrame(new VideoFrame(pixels, WIDTH, HEIGHT, VideoBufferType.RGBA));
    });
    await this.publish(LocalVideoTrack.createVideoTrack("picture", video), source);
  }

  /** Sends a tone. Fails when the media server does not take it. */
  async sendsSound(source: TrackSource = TrackSource.SOURCE_MICROPHONE): Promise<void> {
    const audio = new AudioSource(SAMPLE_RATE, 1);
    const tone = Int16Array.from({ length: SAMPLES }, (_, n) => 8_000 * Math.sin(n / 17));
    this.every(FRAME_MS, () => {
      void audio.captureFrame(new AudioFrame(tone, SAMPLE_RATE, 1, SAMPLES)).catch(() => undefined);
    });
    await this.publish(LocalAudioTrack.createAudioTrack("sound", audio), source);
  }

  /** Sends a data packet to everybody. */
  async sendsData(text: string): Promise<void> {
    await this.room.localParticipant?.publishData(Buffer.from(text), { reliable: true });
  }

  /** Calls back with each data packet that arrives. */
  onData(listen: (text: string) => void): void {
    this.room.on(RoomEvent.DataReceived, (payload) => listen(Buffer.from(payload).toString()));
  }

  async leaves(): Promise<void> {
    await this.room.disconnect();
    for (const close of this.closers) close();
  }

  private async publish(track: LocalVideoTrack | LocalAudioTrack, source: TrackSource) {
    const options = new TrackPublishOptions();
    options.source = source;
    await this.room.localParticipant?.publishTrack(track, options);
  }

  private async countFrames(track: RemoteTrack): Promise<void> {
    if (track.kind !== TrackKind.KIND_VIDEO) return;
    for await (const _ of new VideoStream(track)) this.frames += 1;
  }

  private every(ms: number, work: () => void): void {
    const timer = setInterval(work, ms);
    this.closers.push(() => clearInterval(timer));
  }
}

import {
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoCodec,
  VideoFrame,
  VideoSource,
} from "@livekit/rtc-node";
import { environment } from "@/e2e/support/environment";

const WIDTH = 640;
const HEIGHT = 360;
const FRAME_MS = 50;

/**
 * Somebody in a call without a browser. They go to the media server itself: this client sends its
 * ticket in a header, and the gate takes it from the address only.
 */
export async function connect(ticket: string): Promise<Room> {
  const room = new Room();
  const url = environment.livekitUrl.replace(/^http/, "ws");
  await room.connect(url, ticket, { autoSubscribe: true, dynacast: true });
  return room;
}

/** Sends a moving picture, 20 frames a second, until the function it gives back is called. */
export async function sendPicture(room: Room): Promise<() => void> {
  const source = new VideoSource(WIDTH, HEIGHT);
  const track = LocalVideoTrack.createVideoTrack("camera", source);
  const options = new TrackPublishOptions({
    source: TrackSource.SOURCE_CAMERA,
    videoCodec: VideoCodec.VP8,
    simulcast: true,
  });
  await room.localParticipant?.publishTrack(track, options);
  let count = 0;
  const timer = setInterval(() => source.captureFrame(makeFrame((count += 1))), FRAME_MS);
  return () => clearInterval(timer);
}

function makeFrame(count: number): VideoFrame {
  const size = WIDTH * HEIGHT;
  const data = new Uint8Array(size * 1.5).fill(128);
  const bar = (count * 8) % WIDTH;
  for (let row = 0; row < HEIGHT; row += 1)
    data.fill(235, row * WIDTH + bar, row * WIDTH + bar + 8);
  return new VideoFrame(data, WIDTH, HEIGHT, VideoBufferType.I420);
}

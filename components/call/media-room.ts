import { LogLevel, Room, setLogLevel, VideoPresets, type RoomOptions } from "livekit-client";
import { reconnectDelay } from "@/lib/domain/call/reconnect-delay";

/** More than a data packet of ours ever holds; an inflated one is not read. */
const LARGEST_MESSAGE_BYTES = 64 * 1024;

const OPTIONS: RoomOptions = {
  adaptiveStream: true,
  dynacast: true,
  // We leave by ourselves, and must be able to tell leaving from being cut off.
  disconnectOnPageLeave: false,
  reconnectPolicy: {
    nextRetryDelayInMs: ({ retryCount, elapsedMs }) =>
      reconnectDelay(retryCount, elapsedMs, Math.random()),
  },
  publishDefaults: { videoCodec: "vp8", simulcast: true },
  videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
  dataStream: { maxPayloadByteLength: LARGEST_MESSAGE_BYTES },
};

// What it has to say, the page says; the console of somebody's browser is nobody's log.
setLogLevel(LogLevel.silent);

/** Ids of devices of this browser; without one, the browser chooses. */
export type ChosenDevices = {
  cameraId?: string | null;
  microphoneId?: string | null;
  speakerId?: string | null;
};

/** A media client that is not connected yet, and the devices that it opens by itself. */
export function makeMediaRoom({ cameraId, microphoneId, speakerId }: ChosenDevices): Room {
  const camera = { ...OPTIONS.videoCaptureDefaults, ...(cameraId && { deviceId: cameraId }) };
  return new Room({
    ...OPTIONS,
    videoCaptureDefaults: camera,
    ...(microphoneId && { audioCaptureDefaults: { deviceId: microphoneId } }),
    ...(speakerId && { audioOutput: { deviceId: speakerId } }),
  });
}

/** The product's own origin: the gate there pipes to the media server. */
export function signallingUrl({ protocol, host }: Pick<URL, "protocol" | "host">): string {
  return `${protocol === "https:" ? "wss" : "ws"}://${host}`;
}

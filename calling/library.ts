import type * as Surface from "@/public/calling/rostrum-calling";
import { CallingClient } from "./calling-client";
import { CallingError as OwnError } from "./calling-error";
import { OwnVideoStream } from "./local-video-stream";
import { StreamRenderer } from "./video-stream-renderer";

// What the built file exports, held to the types that are handed out beside it.
const surface: typeof Surface = {
  CallClient: CallingClient,
  LocalVideoStream: OwnVideoStream,
  VideoStreamRenderer: StreamRenderer,
  CallingError: OwnError,
  Features: { Capabilities: "Capabilities" },
};

export const { CallClient, LocalVideoStream, VideoStreamRenderer, CallingError, Features } =
  surface;

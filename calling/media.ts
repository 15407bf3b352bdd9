import type { CallPerson, Link } from "@/components/call/call-state";
import type { WayBack } from "@/components/call/way-back";
import type { Source } from "@/lib/domain/call/media-grant";
import type { CallingView } from "@/lib/domain/calling/calling-view";
import type { Wire } from "@/lib/domain/room/room-view";
import type { CallEndReason } from "@/public/calling/rostrum-calling";

export type End = CallEndReason;

/** What gives a picture to send; each track it opens is the receiver's to stop. */
export type CameraSource = { openTrack(): Promise<MediaStreamTrack> };

export type MediaOptions = {
  /** Where the gate is. */
  gate: URL;
  ticket: string;
  /** A loudspeaker's device id; null is the system's own choice. */
  speakerId: string | null;
  findWayBack(): Promise<WayBack<Wire<CallingView>, End>>;
  onChange(): void;
  onView(view: Wire<CallingView>): void;
  /** These may not be sent, now that what one may send is different. */
  onForbidden(sources: readonly Source[]): void;
  onMutedByOthers(): void;
  onEnd(end: End): void;
};

/** The media of a call, as the rest of the library needs it. */
export type Media = {
  readonly link: Link;
  /** Everybody else in the call. */
  people(): CallPerson[];
  /** Whether a source is sent; null while that is changing. */
  isSending(source: Source): boolean | null;
  send(source: Exclude<Source, "camera">, on: boolean): Promise<void>;
  /** Null stops it. */
  sendCamera(camera: CameraSource | null): Promise<void>;
  useDevice(kind: "audioinput" | "audiooutput", deviceId: string): Promise<void>;
  close(): void;
};

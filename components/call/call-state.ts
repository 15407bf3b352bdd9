import type { VideoTrack } from "livekit-client";
import type { CallEnd } from "@/lib/domain/call/call-end";
import type { Source } from "@/lib/domain/call/media-grant";
import type { Notice } from "./notice-board";

/** How well the call's connection stands. */
export type Link =
  | "joining"
  | "steady"
  /** Signalling is being repaired; picture and sound go on. */
  | "resuming"
  /** Picture and sound stand still while the media client repairs the connection. */
  | "reconnecting"
  /** Cut off a moment ago, most likely because it is over for them: we ask. */
  | "asking-why"
  /** The media client gave up or was cut off; we come back with a new ticket. */
  | "coming-back";

/** Nothing is sent or received, and what the media client tells is not what the person wants. */
export function isCutOff(link: Link): boolean {
  return link === "asking-why" || link === "coming-back";
}

export type Quality = "good" | "weak" | "lost" | "unknown";

/** A moving picture that can be shown. */
export type Picture = VideoTrack;

/** Somebody in the call, as it is drawn. */
export type CallPerson = {
  identity: string;
  seatId: string;
  name: string;
  isMe: boolean;
  isSpeaking: boolean;
  /** In ms since 1970; 0 is never. */
  lastSpokeAt: number;
  hasMicrophoneOn: boolean;
  camera: Picture | null;
  screen: Picture | null;
  quality: Quality;
  /** What the media server lets them send now. */
  maySend: readonly Source[];
};

/** Whether the media server lets them send nothing at all. */
export function onlyListens({ maySend }: Pick<CallPerson, "maySend">): boolean {
  return maySend.length === 0;
}

/** Why a camera, microphone or screen can't be used. */
export type DeviceProblem = "blocked" | "missing" | "busy" | "failed";

/** One of one's own sources. */
export type OwnSource = { isOn: boolean; isChanging: boolean; problem: DeviceProblem | null };

export type OwnSources = Record<Source, OwnSource>;

/** Everything the call page draws besides the room's view. */
export type CallState = {
  link: Link;
  /** Others in the order in which they came; oneself last. */
  people: readonly CallPerson[];
  own: OwnSources;
  /** The browser waits for a press before it plays sound. */
  isSoundBlocked: boolean;
  notices: readonly Notice[];
  end: CallEnd | null;
};

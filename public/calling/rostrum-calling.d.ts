/**
 * Rostrum's calling library for browsers: joins a room with a user's token, in the shape of Azure
 * Communication Services' Calling SDK as far as programs for Rooms use it.
 *
 * ```js
 * import { CallClient, Features } from "https://rostrum.example.org/calling/rostrum-calling.js";
 * const agent = await new CallClient().createCallAgent(tokenCredential, { displayName: "Ada" });
 * const call = agent.join({ roomId: "99187344061523004" });
 * ```
 */

export type CallState =
  | "None"
  | "Connecting"
  /** Waits to be let in, or until a webinar begins; the library goes in by itself. */
  | "InLobby"
  | "Connected"
  | "Disconnecting"
  | "Disconnected";

export type ParticipantRole = "Unknown" | "Presenter" | "Collaborator" | "Attendee" | "Consumer";

export type RemoteParticipantState = "Connecting" | "Connected" | "Disconnected";

/** Why a call is over. Code and sub-code are those of ACS; what stands in `details` is ours. */
export interface CallEndReason {
  readonly code: number;
  readonly subCode: number;
  /** What the room decided; null where its decision has nothing to do with the end. */
  readonly details: CallEndDetails | null;
}

export interface CallEndDetails {
  /** `too-early`, `too-late`, `not-invited`, `removed`, `ended`, `cancelled`, `moved`, `room-not-found`. */
  readonly reason: string;
  /** ISO 8601, when it is too early: joining works from then on. */
  readonly opensAt?: string;
  /** ISO 8601, when it is too late. */
  readonly closedAt?: string;
  /** ISO 8601, when it was ended before its time. */
  readonly endedAt?: string;
}

export interface CommunicationUserKind {
  readonly kind: "communicationUser";
  readonly communicationUserId: string;
}

/** What `AzureCommunicationTokenCredential` of `@azure/communication-common` is, among others. */
export interface CommunicationTokenCredential {
  getToken(): Promise<{ readonly token: string }>;
  dispose?(): void;
}

export type PropertyChangedEvent = () => void;
export type CollectionUpdatedEvent<Item> = (change: {
  readonly added: Item[];
  readonly removed: Item[];
}) => void;

interface Emitter<Events> {
  on<Name extends keyof Events>(event: Name, listener: Events[Name]): void;
  off<Name extends keyof Events>(event: Name, listener: Events[Name]): void;
}

export type VideoDeviceType = "Unknown" | "UsbCamera";

export interface VideoDeviceInfo {
  readonly id: string;
  readonly name: string;
  readonly deviceType: VideoDeviceType;
}

export type AudioDeviceType = "Microphone" | "Speaker";

export interface AudioDeviceInfo {
  readonly id: string;
  readonly name: string;
  readonly isSystemDefault: boolean;
  readonly deviceType: AudioDeviceType;
}

export interface DeviceAccess {
  readonly audio: boolean;
  readonly video: boolean;
}

export interface DeviceManagerEvents {
  videoDevicesUpdated: CollectionUpdatedEvent<VideoDeviceInfo>;
  audioDevicesUpdated: CollectionUpdatedEvent<AudioDeviceInfo>;
  selectedMicrophoneChanged: PropertyChangedEvent;
  selectedSpeakerChanged: PropertyChangedEvent;
}

export interface DeviceManager extends Emitter<DeviceManagerEvents> {
  readonly isSpeakerSelectionAvailable: boolean;
  readonly selectedMicrophone: AudioDeviceInfo | undefined;
  readonly selectedSpeaker: AudioDeviceInfo | undefined;
  /** Asks the person for camera and microphone; resolves with what they allowed. */
  askDevicePermission(wanted: { audio: boolean; video: boolean }): Promise<DeviceAccess>;
  getCameras(): Promise<VideoDeviceInfo[]>;
  getMicrophones(): Promise<AudioDeviceInfo[]>;
  getSpeakers(): Promise<AudioDeviceInfo[]>;
  selectMicrophone(device: AudioDeviceInfo): Promise<void>;
  selectSpeaker(device: AudioDeviceInfo): Promise<void>;
}

export type MediaStreamType = "Video" | "ScreenSharing";
export type ScalingMode = "Stretch" | "Crop" | "Fit";

/** A camera's picture of one's own, to be shown and sent. */
export declare class LocalVideoStream {
  constructor(source: VideoDeviceInfo | MediaStream);
  get source(): VideoDeviceInfo;
  get mediaStreamType(): MediaStreamType;
  switchSource(source: VideoDeviceInfo): Promise<void>;
  getMediaStream(): Promise<MediaStream>;
  dispose(): void;
}

export interface RemoteVideoStreamEvents {
  isAvailableChanged: PropertyChangedEvent;
  isReceivingChanged: PropertyChangedEvent;
}

export interface RemoteVideoStream extends Emitter<RemoteVideoStreamEvents> {
  readonly id: number;
  readonly mediaStreamType: MediaStreamType;
  /** Somebody sends it now. Only then can a view be made of it. */
  readonly isAvailable: boolean;
  readonly isReceiving: boolean;
  getMediaStream(): Promise<MediaStream>;
}

export interface VideoStreamRendererView {
  readonly target: HTMLElement;
  readonly scalingMode: ScalingMode;
  readonly isMirrored: boolean;
  updateScalingMode(scalingMode: ScalingMode): Promise<void>;
  dispose(): void;
}

/** Makes elements that show a stream. */
export declare class VideoStreamRenderer {
  constructor(stream: LocalVideoStream | RemoteVideoStream);
  createView(options?: {
    scalingMode?: ScalingMode;
    isMirrored?: boolean;
  }): Promise<VideoStreamRendererView>;
  dispose(): void;
}

export interface RemoteParticipantEvents {
  stateChanged: PropertyChangedEvent;
  isMutedChanged: PropertyChangedEvent;
  isSpeakingChanged: PropertyChangedEvent;
  displayNameChanged: PropertyChangedEvent;
  roleChanged: PropertyChangedEvent;
  videoStreamsUpdated: CollectionUpdatedEvent<RemoteVideoStream>;
}

export interface RemoteParticipant extends Emitter<RemoteParticipantEvents> {
  readonly identifier: CommunicationUserKind;
  readonly displayName: string | undefined;
  readonly state: RemoteParticipantState;
  readonly isMuted: boolean;
  readonly isSpeaking: boolean;
  readonly role: ParticipantRole;
  readonly videoStreams: readonly RemoteVideoStream[];
  /** Presenters only. They can unmute themselves again. */
  mute(): Promise<void>;
}

export type CapabilityReason =
  | "Capable"
  | "RoleRestricted"
  | "MeetingRestricted"
  | "CapabilityNotApplicableForTheCallType"
  | "FeatureNotSupported"
  | "NotInitialized";

export interface Capability {
  readonly isPresent: boolean;
  readonly reason: CapabilityReason;
}

export type CapabilityName =
  | ("turnVideoOn" | "unmuteMic" | "shareScreen" | "removeParticipant" | "hangUpForEveryOne")
  | ("addCommunicationUser" | "addTeamsUser" | "addPhoneNumber" | "manageLobby")
  | ("spotlightParticipant" | "removeParticipantsSpotlight" | "blurBackground")
  | ("startLiveMeetingCaptions" | "startLiveCallingCaptions" | "setCaptionLanguage" | "raiseHand")
  | ("pstnDialOut" | "muteOthers" | "useReactions" | "viewAttendeeNames" | "startTogetherMode")
  | ("joinBreakoutRooms" | "forbidOthersAudio" | "forbidOthersVideo" | "realTimeText");

export type ParticipantCapabilities = Record<CapabilityName, Capability>;

export interface CapabilitiesChangeInfo {
  /** Only what is different now. */
  readonly oldValue: Partial<ParticipantCapabilities>;
  readonly newValue: Partial<ParticipantCapabilities>;
  readonly reason: "RoleChanged" | "MeetingOptionOrOrganizerPolicyChanged";
}

export interface CapabilitiesFeature extends Emitter<{
  capabilitiesChanged: (change: CapabilitiesChangeInfo) => void;
}> {
  readonly capabilities: ParticipantCapabilities;
}

export interface CallFeatures {
  Capabilities: CapabilitiesFeature;
}

/** What `call.feature` takes. */
export declare const Features: { readonly Capabilities: "Capabilities" };

export interface CallEvents {
  stateChanged: PropertyChangedEvent;
  roleChanged: PropertyChangedEvent;
  isMutedChanged: PropertyChangedEvent;
  /** Somebody who may has muted this microphone. */
  mutedByOthers: PropertyChangedEvent;
  isLocalVideoStartedChanged: PropertyChangedEvent;
  isScreenSharingOnChanged: PropertyChangedEvent;
  localVideoStreamsUpdated: CollectionUpdatedEvent<LocalVideoStream>;
  remoteParticipantsUpdated: CollectionUpdatedEvent<RemoteParticipant>;
}

export interface Call extends Emitter<CallEvents> {
  readonly kind: "Call";
  readonly id: string;
  readonly state: CallState;
  readonly callEndReason: CallEndReason | undefined;
  readonly role: ParticipantRole;
  readonly isMuted: boolean;
  readonly isLocalVideoStarted: boolean;
  readonly isScreenSharingOn: boolean;
  readonly localVideoStreams: readonly LocalVideoStream[];
  readonly remoteParticipants: readonly RemoteParticipant[];
  feature<Name extends keyof CallFeatures>(feature: Name): CallFeatures[Name];
  mute(): Promise<void>;
  unmute(): Promise<void>;
  startVideo(stream: LocalVideoStream): Promise<void>;
  stopVideo(stream: LocalVideoStream): Promise<void>;
  startScreenSharing(): Promise<void>;
  stopScreenSharing(): Promise<void>;
  /** Presenters only; the server decides. */
  muteAllRemoteParticipants(): Promise<void>;
  /** Presenters only; the server decides. Whoever is removed leaves the roster, too. */
  removeParticipant(identifier: { communicationUserId: string }): Promise<void>;
  /** `forEveryone` ends the room's call for all: presenters only; the server decides. */
  hangUp(options?: { forEveryone?: boolean }): Promise<void>;
}

export interface JoinCallOptions {
  videoOptions?: { localVideoStreams?: LocalVideoStream[] };
  /** The microphone is on from the start unless `muted`. */
  audioOptions?: { muted?: boolean };
}

export interface CallAgent extends Emitter<{ callsUpdated: CollectionUpdatedEvent<Call> }> {
  readonly kind: "CallAgent";
  readonly calls: readonly Call[];
  readonly displayName: string | undefined;
  join(locator: { roomId: string }, options?: JoinCallOptions): Call;
  /** Hangs up and is good for nothing afterwards. */
  dispose(): Promise<void>;
}

export declare class CallClient {
  /** `endpoint`: the address of Rostrum; without it, the one this library came from. */
  constructor(options?: { endpoint?: string });
  createCallAgent(
    tokenCredential: CommunicationTokenCredential,
    options?: { displayName?: string },
  ): Promise<CallAgent>;
  getDeviceManager(): Promise<DeviceManager>;
}

/** What a promise of this library is rejected with: code and sub-code where ACS has one, and why. */
export declare class CallingError extends Error {
  constructor(message: string, reason: { code: number; subCode: number });
  readonly code: number;
  readonly subCode: number;
}

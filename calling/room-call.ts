import type { CapabilityName } from "@/lib/domain/calling/capabilities";
import type {
  Call,
  CallEndReason,
  CallEvents,
  CallFeatures,
  CallState,
  JoinCallOptions,
  LocalVideoStream,
  ParticipantRole,
} from "@/public/calling/rostrum-calling";
import { CallingError } from "./calling-error";
import { Emitter } from "./emitter";
import { OwnCapabilities } from "./own-capabilities";
import { OwnSending } from "./own-sending";
import { Participants } from "./participants";
import { RoomStay, type StayParts } from "./room-stay";

export type RoomCallParts = StayParts & { options: JoinCallOptions };

/** What a page sees of one stay in a room, and what it can do there. */
export class RoomCall extends Emitter<CallEvents> implements Call {
  readonly kind = "Call";
  readonly id = crypto.randomUUID();
  readonly #parts: RoomCallParts;
  readonly #capabilities = new OwnCapabilities();
  readonly #participants = new Participants((rawId) => this.#ask("mute", { participant: rawId }));
  readonly #own: OwnSending;
  readonly #stay: RoomStay;

  constructor(parts: RoomCallParts) {
    super();
    this.#parts = parts;
    const tell = this.emit.bind(this);
    this.#own = new OwnSending(parts.devices, parts.options, tell);
    this.#stay = new RoomStay(parts, {
      ...{ own: this.#own, capabilities: this.#capabilities, participants: this.#participants },
      tell,
    });
  }

  get state(): CallState {
    return this.#stay.state;
  }

  get callEndReason(): CallEndReason | undefined {
    return this.#stay.endReason;
  }

  get role(): ParticipantRole {
    return this.#stay.role;
  }

  get remoteParticipants() {
    return this.#participants.list;
  }

  get isMuted(): boolean {
    return this.#own.isMuted;
  }

  get isLocalVideoStarted(): boolean {
    return this.#own.videoStreams.length > 0;
  }

  get isScreenSharingOn(): boolean {
    return this.#own.isSharing;
  }

  get localVideoStreams(): readonly LocalVideoStream[] {
    return this.#own.videoStreams;
  }

  feature<Name extends keyof CallFeatures>(_name: Name): CallFeatures[Name] {
    return this.#capabilities;
  }

  mute(): Promise<void> {
    return this.#own.setMuted(true);
  }

  async unmute(): Promise<void> {
    this.#require("unmuteMic");
    await this.#own.setMuted(false);
  }

  async startVideo(stream: LocalVideoStream): Promise<void> {
    this.#require("turnVideoOn");
    await this.#own.startVideo(stream);
  }

  stopVideo(stream: LocalVideoStream): Promise<void> {
    return this.#own.stopVideo(stream);
  }

  async startScreenSharing(): Promise<void> {
    this.#require("shareScreen");
    await this.#own.setSharing(true);
  }

  stopScreenSharing(): Promise<void> {
    return this.#own.setSharing(false);
  }

  muteAllRemoteParticipants(): Promise<void> {
    return this.#ask("mute", {});
  }

  removeParticipant({ communicationUserId }: { communicationUserId: string }): Promise<void> {
    return this.#ask("remove", { participant: communicationUserId });
  }

  async hangUp({ forEveryone = false }: { forEveryone?: boolean } = {}): Promise<void> {
    if (forEveryone && !this.callEndReason) await this.#stay.ending(() => this.#ask("end", {}));
    this.#stay.leave();
  }

  #ask(verb: "mute" | "remove" | "end", wanted: Record<string, string>): Promise<void> {
    return this.#parts.service.change(this.#parts.roomId, verb, wanted);
  }

  /** Courtesy: the server and the media server decide. Before the role is known, wishes are kept. */
  #require(name: CapabilityName): void {
    const { isPresent, reason } = this.#capabilities.capabilities[name];
    if (isPresent || reason === "NotInitialized") return;
    throw new CallingError(reason, { code: 403, subCode: 0 });
  }
}

import type { CapabilityName } from "@/lib/domain/calling/capabilities";
import type { CallingView } from "@/lib/domain/calling/calling-view";
import { ENDS } from "@/lib/domain/calling/end-reason";
import type { Wire } from "@/lib/domain/room/room-view";
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
import { endOfRefusal, endOfView } from "./call-ends";
import { CallingError } from "./calling-error";
import { browserIdOf } from "./devices";
import { Emitter } from "./emitter";
import type { End, Media, MediaOptions } from "./media";
import { OwnCapabilities } from "./own-capabilities";
import { OwnSending, type ChosenDevices } from "./own-sending";
import { Participants } from "./participants";
import { roleNameOf } from "./role-names";
import { RoomDoor } from "./room-door";
import type { CallingService } from "./service";
import { watchRoom } from "./watch-room";

type View = Wire<CallingView>;

export type RoomCallParts = {
  service: CallingService;
  devices: ChosenDevices;
  roomId: string;
  displayName: string | undefined;
  options: JoinCallOptions;
  /** Loads what connects to the media server; null when it could not be loaded. */
  loadMedia: () => Promise<MediaModule | null>;
  onOver: () => void;
};

export type MediaModule = { startMedia: (options: MediaOptions) => Media };

/** One stay in a room's call, from joining to its end. */
export class RoomCall extends Emitter<CallEvents> implements Call {
  readonly kind = "Call";
  readonly id = crypto.randomUUID();
  state: CallState = "None";
  callEndReason: CallEndReason | undefined;
  role: ParticipantRole = "Unknown";
  readonly #parts: RoomCallParts;
  readonly #door: RoomDoor;
  readonly #capabilities = new OwnCapabilities();
  readonly #own: OwnSending;
  readonly #participants = new Participants((rawId) => this.#ask("mute", { participant: rawId }));
  #view: View | null = null;
  #media: Media | null = null;
  #stopWatching: (() => void) | null = null;
  #isEntering = false;
  #isLooking = false;
  #isStale = false;
  /** News of the end that this user makes may come before the answer. */
  #isEnding = false;

  constructor(parts: RoomCallParts) {
    super();
    this.#parts = parts;
    this.#door = new RoomDoor(parts.service, parts.roomId, parts.displayName);
    this.#own = new OwnSending(parts.devices, parts.options, (event, ...change) =>
      this.emit(event, ...change),
    );
    window.addEventListener("pagehide", this.#onPageHide);
    // Whoever joins gets the call first, so that no event of it is missed.
    queueMicrotask(() => void this.#enter());
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
    if (this.callEndReason) return;
    if (forEveryone) await this.#endForEveryone();
    this.#setState("Disconnecting");
    this.#finish({ ...ENDS.left, details: null });
  }

  async #endForEveryone(): Promise<void> {
    this.#isEnding = true;
    try {
      await this.#ask("end", {});
    } finally {
      this.#isEnding = false;
    }
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

  async #enter(): Promise<void> {
    if (this.#isEntering || this.callEndReason) return;
    this.#isEntering = true;
    if (this.state === "None") this.#setState("Connecting");
    const [answer, module] = await Promise.all([
      this.#door.join(() => this.callEndReason !== undefined),
      this.#parts.loadMedia(),
    ]);
    if (!answer || !module) return this.#finish({ ...ENDS.unreachable, details: null });
    if ("code" in answer) return this.#finish(answer);
    const { roomId, service } = this.#parts;
    this.#stopWatching ??= watchRoom(service, roomId, () => void this.#look());
    this.#take(answer.view);
    if (this.callEndReason) return;
    if (answer.entry) this.#connect(answer.entry.ticket, module.startMedia);
    else this.#setState("InLobby");
    this.#isEntering = false;
    // They were let in while the answer that they have to wait was on its way.
    if (this.#view !== answer.view) this.#enterIfLetIn();
  }

  #enterIfLetIn(): void {
    const isLetIn = this.#view?.decision.kind === "admit";
    if (isLetIn && this.state === "InLobby" && !this.#media) void this.#enter();
  }

  #connect(ticket: string, startMedia: MediaModule["startMedia"]): void {
    const { service, devices } = this.#parts;
    const speaker = devices.selectedSpeaker;
    this.#media = startMedia({
      gate: service.gate,
      ticket,
      speakerId: speaker ? browserIdOf(speaker.id) : null,
      findWayBack: () => this.#door.findWayBack((view) => this.#take(view)),
      onChange: () => this.#followMedia(),
      onView: (view) => this.#take(view),
      onForbidden: (sources) => {
        this.#own.forbid(sources);
        void this.#look();
      },
      onMutedByOthers: () => this.emit("mutedByOthers"),
      onEnd: (end) => this.#finish(end),
    });
    const { unmuteMic, turnVideoOn } = this.#capabilities.capabilities;
    this.#own.attach(this.#media, {
      microphone: unmuteMic.isPresent,
      camera: turnVideoOn.isPresent,
    });
  }

  #followMedia(): void {
    if (!this.#media) return;
    if (this.#media.link === "steady") this.#setState("Connected");
    this.#own.follow();
    this.#followPeople();
  }

  #followPeople(): void {
    const change = this.#participants.take(this.#media?.people() ?? [], this.#view?.people ?? []);
    if (change) this.emit("remoteParticipantsUpdated", change);
  }

  /** Asks what holds now. Calls while it is asking become one more question afterwards. */
  async #look(): Promise<void> {
    this.#isStale = this.#isLooking;
    if (this.#isLooking || this.callEndReason) return;
    this.#isLooking = true;
    const answer = await this.#parts.service.state(this.#parts.roomId);
    this.#isLooking = false;
    const end = answer.ok ? null : endOfRefusal(answer, "inside");
    if (answer.ok) this.#take(answer.body);
    if (end) this.#finish(end);
    if (this.#isStale) void this.#look();
  }

  #take(view: View): void {
    const isOlder = this.#view !== null && view.serverNow < this.#view.serverNow;
    if (isOlder || this.callEndReason) return;
    this.#view = view;
    this.#setRole(roleNameOf(view.me?.role ?? null));
    this.#capabilities.take(view.me);
    const { decision } = view;
    // "Elsewhere" may be an echo of our own return; the media server cuts us off when it is true.
    const isEcho = decision.kind === "wait" && decision.reason === "elsewhere";
    const end = isEcho ? null : endOfView(view);
    if (end) return this.#finish(end);
    if (decision.kind === "wait" && !isEcho && this.#media) this.#goToLobby();
    else this.#enterIfLetIn();
    this.#followPeople();
  }

  #goToLobby(): void {
    this.#closeMedia();
    this.#setState("InLobby");
  }

  #closeMedia(): void {
    this.#own.detach();
    this.#media?.close();
    this.#media = null;
    this.#followPeople();
  }

  readonly #onPageHide = () => this.#finish({ ...ENDS.pageGone, details: null });

  #finish(end: End): void {
    if (this.callEndReason) return;
    this.callEndReason = this.#isEnding ? { ...ENDS.left, details: null } : end;
    window.removeEventListener("pagehide", this.#onPageHide);
    this.#stopWatching?.();
    const { service, roomId, onOver } = this.#parts;
    // Whoever went elsewhere is still inside, with the same seat.
    if (this.#media && end.subCode !== ENDS.elsewhere.subCode) service.sayLeft(roomId);
    this.#closeMedia();
    this.#setState("Disconnected");
    onOver();
  }

  #setRole(role: ParticipantRole): void {
    if (role === this.role) return;
    this.role = role;
    this.emit("roleChanged");
  }

  #setState(state: CallState): void {
    if (state === this.state || this.state === "Disconnected") return;
    this.state = state;
    this.emit("stateChanged");
  }
}

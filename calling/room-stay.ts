import { isCutOff } from "@/components/call/call-state";
import type { CallingView } from "@/lib/domain/calling/calling-view";
import { ENDS } from "@/lib/domain/calling/end-reason";
import type { Wire } from "@/lib/domain/room/room-view";
import type { CallEndReason, CallState, ParticipantRole } from "@/public/calling/rostrum-calling";
import { endOfRefusal, endOfView } from "./call-ends";
import { browserIdOf } from "./devices";
import type { End, Media, MediaOptions } from "./media";
import type { OwnCapabilities } from "./own-capabilities";
import type { ChosenDevices, OwnSending, Tell } from "./own-sending";
import type { Participants } from "./participants";
import { isOutOfLine, PlaceInLine } from "./place-in-line";
import { roleNameOf } from "./role-names";
import { RoomDoor } from "./room-door";
import type { CallingService } from "./service";
import { watchRoom } from "./watch-room";

type View = Wire<CallingView>;

export type MediaModule = { startMedia: (options: MediaOptions) => Media };

export type StayParts = {
  service: CallingService;
  devices: ChosenDevices;
  roomId: string;
  displayName: string | undefined;
  /** Loads what connects to the media server; null when it could not be loaded. */
  loadMedia: () => Promise<MediaModule | null>;
  onOver: () => void;
};

/** What a stay keeps equal to the room and the connection. */
export type Followers = {
  own: OwnSending;
  capabilities: OwnCapabilities;
  participants: Participants;
  tell: Tell;
};

/** One stay in a room, from asking to come in to its end: what the room and the media server say. */
export class RoomStay {
  state: CallState = "None";
  endReason: CallEndReason | undefined;
  role: ParticipantRole = "Unknown";
  readonly #parts: StayParts;
  readonly #followers: Followers;
  readonly #door: RoomDoor;
  readonly #line: PlaceInLine;
  #view: View | null = null;
  #media: Media | null = null;
  #stopWatching: (() => void) | null = null;
  #isEntering = false;
  #isLooking = false;
  #isStale = false;
  /** News of the end that this user makes may come before the answer. */
  #isEnding = false;

  constructor(parts: StayParts, followers: Followers) {
    this.#parts = parts;
    this.#followers = followers;
    this.#door = new RoomDoor(parts.service, parts.roomId, parts.displayName);
    this.#line = new PlaceInLine(() => this.#keepPlace());
    window.addEventListener("pagehide", this.#onPageHide);
    // Whoever joins gets the call first, so that no event of it is missed.
    queueMicrotask(() => void this.#enter());
  }

  /** Ends this user's stay; nothing when it is over. */
  leave(): void {
    if (this.endReason) return;
    this.#setState("Disconnecting");
    this.#finish({ ...ENDS.left, details: null }, { forGood: true });
  }

  /** Runs what ends the call for everyone, the own stay among them. */
  async ending(work: () => Promise<void>): Promise<void> {
    this.#isEnding = true;
    try {
      await work();
    } finally {
      this.#isEnding = false;
    }
  }

  async #enter(): Promise<void> {
    if (this.#isEntering || this.endReason) return;
    this.#isEntering = true;
    if (this.state === "None") this.#setState("Connecting");
    const [answer, module] = await Promise.all([
      this.#door.join(() => this.endReason !== undefined),
      this.#parts.loadMedia(),
    ]);
    if (!answer || !module) return this.#finish({ ...ENDS.unreachable, details: null });
    if ("code" in answer) return this.#finish(answer);
    const { roomId, service } = this.#parts;
    this.#stopWatching ??= watchRoom(service, roomId, () => void this.#look());
    this.#take(answer.view);
    if (this.endReason) return;
    if (answer.entry) this.#connect(answer.entry.ticket, module.startMedia);
    else this.#setState("InLobby");
    this.#isEntering = false;
    // They were let in while the answer that they have to wait was on its way.
    if (this.#view !== answer.view) this.#enterIf(isLetIn);
  }

  #enterIf(isDue: (view: View) => boolean): void {
    const isOutside = this.state === "InLobby" && !this.#media;
    if (isOutside && this.#view && isDue(this.#view)) void this.#enter();
  }

  async #keepPlace(): Promise<void> {
    const answer = await this.#parts.service.keepPlace(this.#parts.roomId);
    if (answer.ok) this.#take(answer.body);
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
        this.#followers.own.forbid(sources);
        void this.#look();
      },
      onMutedByOthers: () => this.#followers.tell("mutedByOthers"),
      onEnd: (end) => this.#finish(end),
    });
    const { unmuteMic, turnVideoOn } = this.#followers.capabilities.capabilities;
    this.#followers.own.attach(this.#media, {
      microphone: unmuteMic.isPresent,
      camera: turnVideoOn.isPresent,
    });
  }

  #followMedia(): void {
    if (!this.#media) return;
    const { link } = this.#media;
    if (link === "steady") this.#setState("Connected");
    // Nothing is sent while it is cut off; what the user wants to send has not changed by that.
    if (!isCutOff(link)) this.#followers.own.follow();
    this.#followPeople();
  }

  #followPeople(): void {
    const change = this.#followers.participants.take(
      this.#media?.people() ?? [],
      this.#view?.people ?? [],
    );
    if (change) this.#followers.tell("remoteParticipantsUpdated", change);
  }

  /** Asks what holds now. Calls while it is asking become one more question afterwards. */
  async #look(): Promise<void> {
    this.#isStale = this.#isLooking;
    if (this.#isLooking || this.endReason) return;
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
    if (isOlder || this.endReason) return;
    this.#view = view;
    this.#setRole(roleNameOf(view.me?.role ?? null));
    this.#followers.capabilities.take(view.me);
    const { decision } = view;
    // "Elsewhere" may be an echo of our own return; the media server cuts us off when it is true.
    const isEcho = decision.kind === "wait" && decision.reason === "elsewhere";
    const end = isEcho ? null : endOfView(view);
    if (end) return this.#finish(end);
    if (decision.kind === "wait" && !isEcho && this.#media) this.#goToLobby();
    this.#line.follow(view);
    this.#enterIf((newer) => isLetIn(newer) || isOutOfLine(newer));
    this.#followPeople();
  }

  #goToLobby(): void {
    this.#closeMedia();
    this.#setState("InLobby");
  }

  #closeMedia(): void {
    this.#followers.own.detach();
    this.#media?.close();
    this.#media = null;
    this.#followPeople();
  }

  readonly #onPageHide = () => this.#finish({ ...ENDS.pageGone, details: null });

  #finish(end: End, { forGood } = { forGood: false }): void {
    if (this.endReason) return;
    this.endReason = this.#isEnding ? { ...ENDS.left, details: null } : end;
    window.removeEventListener("pagehide", this.#onPageHide);
    this.#stopWatching?.();
    this.#line.leave();
    const { service, roomId, onOver } = this.#parts;
    // Also out of the lobby. Whoever went elsewhere is still inside, with the same seat.
    const hasCome = this.#stopWatching !== null;
    if (hasCome && end.subCode !== ENDS.elsewhere.subCode) service.sayLeft(roomId, { forGood });
    this.#closeMedia();
    this.#setState("Disconnected");
    onOver();
  }

  #setRole(role: ParticipantRole): void {
    if (role === this.role) return;
    this.role = role;
    this.#followers.tell("roleChanged");
  }

  #setState(state: CallState): void {
    if (state === this.state || this.state === "Disconnected") return;
    this.state = state;
    this.#followers.tell("stateChanged");
  }
}

function isLetIn({ decision }: View): boolean {
  return decision.kind === "admit";
}

import type { Room } from "livekit-client";
import { endOf, type CallEnd } from "@/lib/domain/call/call-end";
import type { Source } from "@/lib/domain/call/media-grant";
import type { TimeLeftPhase } from "@/lib/domain/call/time-left";
import { can } from "@/lib/domain/room/permissions";
import type { LobbyView, RoomView, Wire } from "@/lib/domain/room/room-view";
import type { CallWord } from "@/lib/words/en/call";
import { CallSound } from "./call-sound";
import type { CallPerson, CallState } from "./call-state";
import { Connection } from "./connection";
import { makeMediaRoom } from "./media-room";
import { NoticeBoard } from "./notice-board";
import { arrivalNotices, newInLobby, noticesBetween } from "./notices-between";
import { OwnMedia, type PreviewTracks } from "./own-media";
import { readPeople } from "./read-people";
import { requestChange, sayLeft, type RoomVerb } from "./room-requests";
import { watchRoom } from "./watch-room";

export type CallOptions = {
  view: Wire<RoomView>;
  entry: { ticket: string; callName: string };
  preview: PreviewTracks;
};

/** What the page around the call wants to know. */
export type CallListener = {
  onView(view: Wire<RoomView>): void;
  onViewNeeded(): void;
  onEnd(end: CallEnd): void;
};

const MUTED: Record<"microphone" | "camera", Record<"by-host" | "unplugged", CallWord>> = {
  microphone: { "by-host": "microphoneMutedByHost", unplugged: "microphoneUnplugged" },
  camera: { "by-host": "cameraMutedByHost", unplugged: "cameraUnplugged" },
};

/** One stay in a call, from the ticket to the end. Owns the media client; draws nothing. */
export class CallSession {
  readonly room: Room;
  readonly roomId: string;
  readonly #own: OwnMedia;
  readonly #sound = new CallSound();
  readonly #connection: Connection;
  readonly #board = new NoticeBoard(() => this.#changed());
  readonly #redraws = new Set<() => void>();
  #listener: CallListener | null = null;
  #view: Wire<RoomView>;
  #end: CallEnd | null = null;
  #isEndTold = false;
  #isChangeDue = false;
  /** Whom the person has been told of; null before the first steady moment. */
  #known: readonly CallPerson[] | null = null;
  #state: CallState;

  constructor({ view, entry, preview }: CallOptions) {
    if (!view.room) throw new Error("A call needs a room");
    this.roomId = view.room.id;
    this.#view = view;
    this.room = makeMediaRoom(preview.speakerId);
    this.#own = new OwnMedia(preview, () => this.#changed());
    this.#connection = new Connection(this.room, this.roomId, {
      changed: () => this.#changed(),
      returning: (newer) => this.#return(newer),
      ended: (end) => this.#finish(end),
    });
    this.#watch();
    void this.#connection.open(entry.ticket);
    this.#own.publish(this.room);
    this.#state = this.#read();
    window.addEventListener("pagehide", this.#onPageHide);
    window.addEventListener("pageshow", this.#onPageShow);
  }

  readonly subscribe = (redraw: () => void) => {
    this.#redraws.add(redraw);
    return () => void this.#redraws.delete(redraw);
  };

  readonly getState = () => this.#state;

  /** Tells the page around the call; also what happened before it listened. */
  listen(listener: CallListener): () => void {
    this.#listener = listener;
    this.#tellOfEnd();
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  }

  /** Takes a newer view: tells what changed, and ends when its decision says so. */
  takeView(view: Wire<RoomView>): void {
    if (this.#end || view.serverNow <= this.#view.serverNow) return;
    const before = this.#view;
    this.#view = view;
    const reason = endOf(view.decision);
    // "Elsewhere" may be an echo of our own return; the media server cuts us off when it is true.
    if (reason && reason !== "elsewhere") return this.#finish({ reason, view });
    for (const notice of noticesBetween(before, view)) this.#board.post(notice);
    if (view.me && can(view.me.role, "admitFromLobby")) this.#tellOfLobby(newInLobby(before, view));
  }

  set(source: Source, on: boolean): void {
    void this.#own.set(this.room, source, on);
  }

  dismissProblem(source: Source): void {
    this.#own.dismissProblem(source);
  }

  dismissNotice(id: number): void {
    this.#board.dismiss(id);
  }

  /** Plays what the browser held back. Has to be called from a press. */
  async playMedia(): Promise<void> {
    await Promise.allSettled([this.room.startAudio(), this.room.startVideo()]);
    this.#changed();
  }

  /** Asks the room for a change. True when it was made; otherwise the person has been told why. */
  async ask(verb: Exclude<RoomVerb, "join">, wanted: Record<string, unknown>): Promise<boolean> {
    const answer = await requestChange(this.roomId, verb, wanted);
    if (answer.ok) {
      this.takeView(answer.body);
      this.#listener?.onView(answer.body);
    } else if (answer.message) {
      this.#board.post({
        word: "serverSays",
        values: { message: answer.message },
        tone: "stop",
        topic: "answer",
      });
    } else {
      this.#board.post({ word: "requestFailed", tone: "stop", topic: "answer" });
    }
    return answer.ok;
  }

  /** Warns that the window is nearly over; when it is, asks what now holds. */
  warnOfTime(phase: TimeLeftPhase): void {
    if (phase === "soon")
      this.#board.post({ word: "fiveMinutesLeft", tone: "soon", topic: "time" });
    if (phase === "last") this.#board.post({ word: "oneMinuteLeft", tone: "soon", topic: "time" });
    if (phase === "over") this.#listener?.onViewNeeded();
  }

  /** Uses another camera, microphone or speaker from now on. */
  chooseDevice(kind: MediaDeviceKind, deviceId: string): void {
    this.room
      .switchActiveDevice(kind, deviceId)
      .catch(() => this.#board.post({ word: "deviceNotUsable", tone: "stop" }));
  }

  leave(): void {
    this.#finish({ reason: "left", view: null });
  }

  /** After this person ended it for everyone: the room's answer may still say what was. */
  endedByMe(): void {
    this.#finish({ reason: "ended", view: this.#view });
  }

  #watch(): void {
    watchRoom(this.room, this.#sound, {
      changed: () => this.#changed(),
      muted: (source) => {
        const why = this.#own.takeMuting(source);
        if (why) this.#board.post({ word: MUTED[source][why], tone: "soon", topic: source });
      },
      forbidden: (sources) => {
        sources.forEach((source) => this.#own.giveUp(source));
        this.#listener?.onViewNeeded();
      },
      sharing: (name) => this.#board.post({ word: "sharesScreen", values: { name }, shown: false }),
    });
  }

  #return(view: Wire<RoomView>): void {
    this.#own.publish(this.room);
    this.takeView(view);
    this.#listener?.onView(view);
  }

  #tellOfLobby(arrived: Wire<LobbyView>[]): void {
    if (arrived.length > 0) this.#sound.chime();
    for (const { name } of arrived) {
      this.#board.post({ word: "cameToLobby", values: { name }, shown: false });
    }
  }

  readonly #onPageHide = () => {
    sayLeft(this.roomId);
    this.#connection.pageHidden();
  };

  readonly #onPageShow = () => this.#connection.pageShown();

  #finish(end: CallEnd): void {
    if (this.#end) return;
    this.#end = end;
    window.removeEventListener("pagehide", this.#onPageHide);
    window.removeEventListener("pageshow", this.#onPageShow);
    // Whoever went elsewhere is still inside, with the same seat.
    if (end.reason === "left" || end.reason === "lost") sayLeft(this.roomId);
    this.#connection.close();
    this.#own.stop();
    this.#sound.stop();
    this.#tellOfEnd();
  }

  #tellOfEnd(): void {
    if (!this.#end || !this.#listener || this.#isEndTold) return;
    this.#isEndTold = true;
    this.#listener.onEnd(this.#end);
  }

  /** Many events come at once; what is drawn is read once for all of them. */
  #changed(): void {
    if (this.#isChangeDue) return;
    this.#isChangeDue = true;
    queueMicrotask(() => {
      this.#isChangeDue = false;
      const before = this.#state;
      this.#state = this.#read();
      this.#tellOfLink(before, this.#state);
      this.#tellOfArrivals(this.#state);
      this.#redraws.forEach((redraw) => redraw());
    });
  }

  #tellOfLink({ link: before }: CallState, { link: after }: CallState): void {
    const wasAway = before === "reconnecting" || before === "coming-back";
    if (wasAway && after === "steady") this.#board.post({ word: "steadyAgain", topic: "link" });
  }

  #tellOfArrivals({ link, people }: CallState): void {
    if (link !== "steady") return;
    const before = this.#known;
    this.#known = people;
    if (before) arrivalNotices(before, people).forEach((notice) => this.#board.post(notice));
  }

  #read(): CallState {
    return {
      link: this.#connection.link,
      people: readPeople(this.room, this.#own.ownPicture),
      own: this.#own.read(this.room),
      isSoundBlocked: !this.room.canPlaybackAudio || !this.room.canPlaybackVideo,
      notices: this.#board.notices,
      end: this.#end,
    };
  }
}

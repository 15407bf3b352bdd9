import type { Room } from "livekit-client";
import { endOf, type CallEnd } from "@/lib/domain/call/call-end";
import type { Source } from "@/lib/domain/call/media-grant";
import type { TimeLeft } from "@/lib/domain/call/time-left";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { CallNews } from "./call-news";
import { CallSound } from "./call-sound";
import type { CallState } from "./call-state";
import { Connection } from "./connection";
import { makeMediaRoom, signallingUrl } from "./media-room";
import { OwnMedia } from "./own-media";
import { devicesOf, type PreviewTracks } from "./preview-tracks";
import { readPeople } from "./read-people";
import { requestChange, sayLeft, type RoomVerb } from "./room-requests";
import { watchRoom } from "./watch-room";
import { findWayBack } from "./way-back";

export type CallOptions = {
  view: Wire<RoomView>;
  entry: { ticket: string; callName: string };
  preview: PreviewTracks;
  /** They were waiting and are let in now, perhaps while they look elsewhere. */
  isLetIn: boolean;
};

/** What the page around the call wants to know. */
export type CallListener = {
  onView(view: Wire<RoomView>): void;
  onViewNeeded(): void;
  onEnd(end: CallEnd): void;
};

/** One stay in a call, from the ticket to the end. Owns the media client; draws nothing. */
export class CallSession {
  readonly room: Room;
  readonly #roomId: string;
  readonly #own: OwnMedia;
  readonly #sound = new CallSound();
  readonly #news = new CallNews(this.#sound, () => this.#changed());
  readonly #connection: Connection<Wire<RoomView>, CallEnd>;
  readonly #redraws = new Set<() => void>();
  #listener: CallListener | null = null;
  #view: Wire<RoomView>;
  #end: CallEnd | null = null;
  #isEndTold = false;
  #isChangeDue = false;
  #state: CallState;

  constructor({ view, entry, preview, isLetIn }: CallOptions) {
    if (!view.room) throw new Error("A call needs a room");
    this.#roomId = view.room.id;
    this.#view = view;
    this.room = makeMediaRoom(devicesOf(preview));
    this.#own = new OwnMedia(preview, () => this.#changed());
    const destination = {
      url: signallingUrl(window.location),
      findWayBack: () => findWayBack(this.#roomId),
      elsewhere: { reason: "elsewhere", view: null },
      lost: { reason: "lost", view: null },
    } as const;
    this.#connection = new Connection<Wire<RoomView>, CallEnd>(this.room, destination, {
      changed: () => this.#changed(),
      returning: (newer) => this.#return(newer),
      ended: (end) => this.#finish(end),
    });
    this.#watch();
    void this.#connection.open(entry.ticket);
    this.#own.publish(this.room, { isWaitedFor: isLetIn });
    if (isLetIn) this.#news.ofLettingIn(view, preview);
    this.#state = this.#read();
    window.addEventListener("pagehide", this.#onPageHide);
    window.addEventListener("pageshow", this.#onPageShow);
  }

  readonly subscribe = (redraw: () => void) => {
    this.#redraws.add(redraw);
    return () => void this.#redraws.delete(redraw);
  };

  readonly getState = () => this.#state;

  /** Tells the page around the call; also of an end before it listened. */
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
    this.#news.ofView(before, view);
  }

  set(source: Source, on: boolean): void {
    void this.#own.set(this.room, source, on);
  }

  /** Uses another camera, microphone or speaker from now on. */
  chooseDevice(kind: MediaDeviceKind, deviceId: string): void {
    const chosen = [
      this.room.switchActiveDevice(kind, deviceId),
      this.#own.switchDevice(kind, deviceId),
    ];
    Promise.all(chosen).catch(() => this.#news.ofUnusableDevice());
  }

  dismissProblem(source: Source): void {
    this.#own.dismissProblem(source);
  }

  dismissNotice(id: number): void {
    this.#news.dismiss(id);
  }

  /** Plays what the browser held back. Has to be called from a press. */
  async playMedia(): Promise<void> {
    await Promise.allSettled([this.room.startAudio(), this.room.startVideo()]);
    this.#changed();
  }

  /**
   * Asks the room for a change. True when it was made; otherwise the person has been told why, by
   * `refused` where that is given.
   */
  async ask(
    verb: Exclude<RoomVerb, "join">,
    wanted: Record<string, unknown>,
    refused = (message: string | null) => this.#news.ofRefusal(message),
  ): Promise<boolean> {
    const answer = await requestChange(this.#roomId, verb, wanted);
    if (answer.ok) {
      this.#news.ofObedience();
      this.takeView(answer.body);
      this.#listener?.onView(answer.body);
    } else {
      refused(answer.message);
    }
    return answer.ok;
  }

  /** Warns that the window is nearly over; when it is, asks what now holds. */
  warnOfTime(left: TimeLeft): void {
    if (left.phase === "over") this.#listener?.onViewNeeded();
    else this.#news.ofTime(left);
  }

  leave(): void {
    this.#finish({ reason: "left", view: null });
  }

  /** After this person ended it for everyone. */
  endedByMe(): void {
    this.#finish({ reason: "ended", view: this.#view });
  }

  #watch(): void {
    watchRoom(this.room, this.#sound, {
      changed: () => this.#changed(),
      muted: (source) => {
        const why = this.#own.takeMuting(source);
        if (why) this.#news.ofMuting(source, why);
      },
      forbidden: (sources) => {
        sources.forEach((source) => this.#own.giveUp(source));
        this.#listener?.onViewNeeded();
      },
      sharing: (name) => this.#news.ofSharing(name),
    });
  }

  #return(view: Wire<RoomView>): void {
    this.#own.publish(this.room, { isWaitedFor: true });
    this.takeView(view);
    this.#listener?.onView(view);
  }

  readonly #onPageHide = () => {
    sayLeft(this.#roomId);
    this.#connection.pageHidden();
  };

  readonly #onPageShow = () => this.#connection.pageShown();

  #finish(end: CallEnd): void {
    if (this.#end) return;
    this.#end = end;
    window.removeEventListener("pagehide", this.#onPageHide);
    window.removeEventListener("pageshow", this.#onPageShow);
    // Whoever went elsewhere is still inside, with the same seat.
    const forGood = end.reason === "left";
    if (forGood || end.reason === "lost") sayLeft(this.#roomId, { forGood });
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
      this.#news.ofState(before, this.#state);
      this.#redraws.forEach((redraw) => redraw());
    });
  }

  #read(): CallState {
    const own = { name: this.#view.me?.name ?? "", camera: this.#own.ownPicture };
    return {
      link: this.#connection.link,
      people: readPeople(this.room, own),
      own: this.#own.read(this.room),
      isSoundBlocked: !this.room.canPlaybackAudio || !this.room.canPlaybackVideo,
      notices: this.#news.notices,
      end: this.#end,
    };
  }
}

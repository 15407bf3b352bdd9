import { ConnectionState, DisconnectReason, RoomEvent, type Room } from "livekit-client";
import { reconnectDelay } from "@/lib/domain/call/reconnect-delay";
import { isCutOff, type Link } from "./call-state";
import type { WayBack } from "./way-back";

/** Where a connection leads, how it comes back there, and what its two own ends are called. */
export type Destination<View, End> = {
  /** The gate's address. */
  url: string;
  findWayBack(): Promise<WayBack<View, End>>;
  /** The same seat came in with another device. */
  elsewhere: End;
  /** It could not be brought back. */
  lost: End;
};

/** What a connection tells. */
export type ConnectionListener<View, End> = {
  changed(): void;
  /** It is connecting again with a new ticket: what was sent has to be sent again. */
  returning(view: View): void;
  ended(end: End): void;
};

/** After this long without trouble, the next trouble gets all its tries again. */
const SETTLED_AFTER_MS = 30_000;

/** Being put out answers sooner than this; what takes longer is a connection that was lost. */
const SAID_AFTER_MS = 1_000;

/** Connected, for the person, is also what the media client repairs by itself and nobody notices. */
const LINK_OF: Partial<Record<ConnectionState, Link>> = {
  [ConnectionState.Connected]: "steady",
  [ConnectionState.SignalReconnecting]: "resuming",
  [ConnectionState.Reconnecting]: "reconnecting",
};

/** Keeps one media client connected: connects, and when it was cut off asks why and comes back. */
export class Connection<View, End> {
  #link: Link = "joining";
  /** What is being opened. The media client may tell of its end long after it was cut off. */
  #opening: symbol | null = null;
  #isClosed = false;
  #isPageGone = false;
  #tries = 0;
  #troubleSince: number | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly room: Room,
    private readonly destination: Destination<View, End>,
    private readonly listener: ConnectionListener<View, End>,
  ) {
    room.on(RoomEvent.ConnectionStateChanged, this.#follow);
    room.on(RoomEvent.Disconnected, this.#onDisconnected);
  }

  get link(): Link {
    return this.#link;
  }

  /** Connects with a ticket. Resolves in any case; what came of it is in `link`. */
  async open(ticket: string): Promise<void> {
    const opening = Symbol();
    this.#opening = opening;
    const isOver = () => this.#opening !== opening;
    try {
      await this.room.connect(this.destination.url, ticket);
      if (isOver()) return;
      this.#opening = null;
      this.#settle();
    } catch {
      if (isOver()) return;
      this.#opening = null;
      void this.#comeBack();
    }
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#settling);
    clearTimeout(this.#saying);
    void this.room.disconnect();
  }

  /** The browser puts the page away, perhaps to show it again later. */
  pageHidden(): void {
    this.#isPageGone = true;
    void this.room.disconnect();
  }

  pageShown(): void {
    if (!this.#isPageGone) return;
    this.#isPageGone = false;
    void this.#comeBack();
  }

  readonly #follow = (state: ConnectionState) => {
    const link = LINK_OF[state];
    if (link) this.#setLink(link);
  };

  readonly #onDisconnected = (reason?: DisconnectReason) => {
    if (this.#isClosed || this.#isPageGone) return;
    this.#opening = null;
    if (reason === DisconnectReason.DUPLICATE_IDENTITY) {
      this.listener.ended(this.destination.elsewhere);
      return;
    }
    void this.#comeBack();
  };

  async #comeBack(): Promise<void> {
    clearTimeout(this.#settling);
    // Whoever reads of trouble already goes on reading of it.
    if (this.#link === "reconnecting") this.#setLink("coming-back");
    else if (this.#link !== "joining" && !isCutOff(this.#link)) this.#setLink("asking-why");
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.#sayComingBack(), SAID_AFTER_MS);
    this.#troubleSince ??= Date.now();
    while (!this.#isClosed && !this.#isPageGone) {
      const delay = reconnectDelay(this.#tries, Date.now() - this.#troubleSince, Math.random());
      if (delay === null) return this.listener.ended(this.destination.lost);
      // Being removed or ended is the likeliest reason, so the first question waits for nothing.
      if (this.#tries > 0) await waitOrOnline(delay);
      this.#tries += 1;
      if (await this.#tryOnce()) return clearTimeout(this.#saying);
      this.#sayComingBack();
    }
  }

  #sayComingBack(): void {
    if (this.#link === "asking-why") this.#setLink("coming-back");
  }

  /** True when there is nothing more to try. */
  async #tryOnce(): Promise<boolean> {
    const way = await this.destination.findWayBack();
    if (this.#isClosed || this.#isPageGone) return true;
    if (way.kind === "end") this.listener.ended(way.end);
    if (way.kind === "enter") {
      this.#sayComingBack();
      void this.open(way.ticket);
      this.listener.returning(way.view);
    }
    return way.kind !== "try-again";
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#tries = 0;
      this.#troubleSince = null;
    }, SETTLED_AFTER_MS);
  }

  #setLink(link: Link): void {
    if (link === this.#link) return;
    this.#link = link;
    this.listener.changed();
  }
}

/** Waits, but no longer than until the browser is back on the net. */
function waitOrOnline(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      window.removeEventListener("online", finish);
      resolve();
    };
    const timer = setTimeout(finish, delayMs);
    window.addEventListener("online", finish);
  });
}

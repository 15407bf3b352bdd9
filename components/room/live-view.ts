import { requestState, type Answer } from "@/components/call/room-requests";
import { AFTER_INSTANT_MS, nextInstant } from "@/lib/domain/room/next-instant";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";

type View = Wire<RoomView>;

/** `trying`: asked again and not answered yet. `records-away`: we are there, our database is not. */
export type Link = "live" | "trying" | "lost" | "records-away";

export type LiveState = { view: View; link: Link };

/** The server says something at least every 20 s; after this long the line counts as dead. */
const SILENCE_MS = 50_000;
/** How often to ask while the live channel is away. */
const POLL_MS = 5_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 10_000];
/** One missed answer is no news for anybody. */
const FAILURES_BEFORE_SAYING = 2;
/** `setTimeout` counts in 31 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Keeps one reader's view of a room fresh: the live channel says that something changed, the clock
 * says when the next instant has come, and coming back to the page asks anyway. Survives a lost
 * connection. State outside React; `subscribe` and `read` fit `useSyncExternalStore`.
 */
export class LiveView {
  #state: LiveState;
  #offsetMs = 0;
  #failures = 0;
  #isAsking = false;
  #isStale = false;
  #source: EventSource | null = null;
  #onLetIn: (view: View) => void = () => undefined;
  #timers: Partial<Record<"instant" | "retry" | "silence", number>> = {};
  readonly #listeners = new Set<() => void>();

  constructor(
    view: View,
    private readonly roomId: string,
    private readonly ask: (roomId: string) => Promise<Answer<View>> = requestState,
  ) {
    this.#state = { view, link: "live" };
  }

  readonly read = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The server's clock, as well as it is known here, in milliseconds. */
  readonly now = (): number => Date.now() + this.#offsetMs;

  /**
   * Begins to listen; gives back how to stop. Who may not know the room has nothing to listen to.
   * `onLetIn` hears that somebody has let this reader in, before the view that says so is asked for,
   * and with the newest one until then.
   */
  start(onLetIn: (view: View) => void): () => void {
    if (!this.#state.view.room) return () => undefined;
    this.#offsetMs = Date.parse(this.#state.view.serverNow) - Date.now();
    const wake = () => {
      if (document.visibilityState === "visible") this.#wake();
    };
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", wake);
    window.addEventListener("pageshow", wake);
    this.#onLetIn = onLetIn;
    this.#listen();
    this.#awaitInstant();
    return () => {
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
      window.removeEventListener("pageshow", wake);
      this.#source?.close();
      this.#source = null;
      for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    };
  }

  /**
   * The answer to a press. What was asked beside it may have been read before the press changed
   * anything, and count as newer all the same: then it asks once more.
   */
  take(view: View): void {
    const isOlder = view.serverNow < this.#state.view.serverNow;
    if (isOlder || this.#isAsking) void this.refresh();
    if (isOlder) return;
    this.#set({ view, link: this.#state.link });
    this.#awaitInstant();
  }

  /** They are somebody else to the room from now on, as a guest who has just given a name. */
  listenAnew(): void {
    if (this.#source) this.#listen();
    void this.refresh();
  }

  /** Asks now. Calls while it is asking become one more question afterwards. */
  readonly refresh = async (): Promise<void> => {
    if (this.#isAsking) {
      this.#isStale = true;
      return;
    }
    this.#isAsking = true;
    const askedAt = Date.now();
    const answer = await this.ask(this.roomId);
    this.#isAsking = false;
    if (answer.ok) this.#accept(answer.body, askedAt);
    else this.#missed(answer);
    if (!this.#isStale) return;
    this.#isStale = false;
    void this.refresh();
  };

  #accept(view: View, askedAt: number): void {
    const middle = (askedAt + Date.now()) / 2;
    this.#offsetMs = Date.parse(view.serverNow) - middle;
    this.#failures = 0;
    const isNewer = view.serverNow >= this.#state.view.serverNow;
    this.#set({ view: isNewer ? view : this.#state.view, link: "live" });
    this.#awaitInstant();
    if (this.#source?.readyState !== EventSource.OPEN) this.#retryAfter(POLL_MS);
  }

  #missed({ status }: Extract<Answer<View>, { ok: false }>): void {
    this.#failures += 1;
    this.#retryAfter(RETRY_MS[this.#failures - 1] ?? RETRY_MS.at(-1) ?? POLL_MS);
    if (status === 503) this.#setLink("records-away");
    else if (this.#failures < FAILURES_BEFORE_SAYING) this.#setLink("trying");
    else this.#setLink("lost");
  }

  #wake(): void {
    if (this.#source?.readyState !== EventSource.OPEN) this.#listen();
    void this.refresh();
  }

  #listen(): void {
    this.#source?.close();
    const source = new EventSource(`/room/${this.roomId}/live`);
    this.#source = source;
    // The first one comes as soon as the line stands.
    source.addEventListener("changed", () => {
      this.#heard();
      void this.refresh();
    });
    source.addEventListener("let-in", () => {
      this.#heard();
      // What is being asked already may tell of something that they should know first.
      if (!this.#isAsking) this.#onLetIn(this.#state.view);
    });
    source.addEventListener("ping", () => this.#heard());
    // The browser opens it again by itself, except after an answer that is no stream: we do then.
    source.onerror = () => this.#retryAfter(RETRY_MS[0] ?? POLL_MS);
  }

  #heard(): void {
    this.#setTimer("silence", SILENCE_MS, () => this.#wake());
  }

  #retryAfter(ms: number): void {
    this.#setTimer("retry", ms, () => {
      if (this.#source?.readyState === EventSource.CLOSED) this.#listen();
      void this.refresh();
    });
  }

  #awaitInstant(): void {
    const instant = nextInstant(this.#state.view);
    if (!instant) return clearTimeout(this.#timers.instant);
    // Never at once again: a clock that is ahead of the server's asks every second until it agrees.
    const ms = Math.max(instant.getTime() - this.now() + AFTER_INSTANT_MS, 1_000);
    if (ms <= LONGEST_TIMER_MS) this.#setTimer("instant", ms, () => void this.refresh());
  }

  #setTimer(name: "instant" | "retry" | "silence", ms: number, run: () => void): void {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = window.setTimeout(run, ms);
  }

  #setLink(link: Link): void {
    if (link !== this.#state.link) this.#set({ ...this.#state, link });
  }

  #set(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

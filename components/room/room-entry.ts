import type { CallEnd, EndReason } from "@/lib/domain/call/call-end";
import { hasAskedBack, isAtDoor, isFull } from "@/lib/domain/room/decision";
import type { JoinAnswer, RoomView, Wire } from "@/lib/domain/room/room-view";
import type { Answer } from "@/components/call/room-requests";
import { CallLoader } from "./call-loader";
import type { CallModule, EntryPorts } from "./entry-ports";

type View = Wire<RoomView>;

export type EntryState<Session, Module> = {
  stage: "before" | "asking" | "going-in" | "call";
  /** They pressed: take them in as soon as the room allows it. */
  wantsIn: boolean;
  /** Why the last press led nowhere. `unreachable` has no sentence of the server's. */
  problem: { message: string | null } | null;
  call: { session: Session; module: Module } | null;
  end: EndReason | null;
  /** They were in the call with this tab when its page was loaded again. */
  wasInside: boolean;
  /** They waited in the lobby and said that they no longer do. */
  hasStopped: boolean;
};

/**
 * From the press to the call: asks to come in, waits if it must, and goes in by itself when it may.
 * State outside React.
 */
export class RoomEntry<Session, Module extends CallModule<Session>> {
  #state: EntryState<Session, Module>;
  readonly #loader: CallLoader<Module>;
  /** Counts the pauses before asking again; the last one counts. Null when there is none. */
  #pause: number | null = null;
  /** The page says now and then that they are still in line. */
  #keepsPlace = false;
  /** Since when they had waited when they stopped. */
  #stoppedSince: string | null = null;
  /** Their press asks for the call that another device has. */
  #movesHere = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly ports: EntryPorts<Session, Module>,
    view: View,
  ) {
    this.#loader = new CallLoader(() => ports.loadCall());
    this.#state = {
      stage: "before",
      wantsIn: isAtDoor(view.decision) || hasAskedBack(view.decision),
      problem: null,
      call: null,
      end: null,
      wasInside: false,
      hasStopped: false,
    };
  }

  readonly read = (): EntryState<Session, Module> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Others in line wait for them, and should know when this page goes away. */
  readonly keepsPlace = (): boolean => this.#keepsPlace;

  /** The pointer is on the button: what a press will need is loaded and warmed meanwhile. */
  prepare(view: View): void {
    if (canAsk(view)) void this.#loader.warm();
  }

  /** "I'm here", "Join", "Enter", "Let me in …": whatever the button says, this is what it means. */
  press(view: View): void {
    this.#set(WANTED);
    // Loaded while they wait, so that being let in costs no time.
    void this.#loader.load();
    if (canAsk(view)) void this.#enter(false);
  }

  /** The press that moves the call here from another device. */
  takeOver(): void {
    this.#set(WANTED);
    void this.#enter(true);
  }

  /** They ask to be let back in, and come in by themselves once somebody says yes. */
  askBack(): void {
    this.#set(WANTED);
    void this.#loader.load();
  }

  /** A moment ago this page was in the call; known only in the browser. */
  noticeReload(): void {
    this.#set({ wasInside: true });
  }

  /** They no longer want to be taken in by themselves. */
  giveUp(): void {
    this.#pause = null;
    this.#set({ wantsIn: false, problem: null });
  }

  /** They no longer wait as `view` says they do; `leave` tells the room, and whether that worked. */
  async stopWaiting(view: View, leave: () => Promise<boolean>): Promise<void> {
    if (this.#state.hasStopped) return;
    this.giveUp();
    this.#stoppedSince = waitingSince(view);
    this.#set({ hasStopped: true });
    if (!(await leave())) this.#set({ hasStopped: false, wantsIn: true });
  }

  /** The room's answer may have changed. */
  noticeView(view: View): void {
    const { stage, wantsIn } = this.#state;
    if (this.#state.hasStopped) {
      // Read before the room knew that they no longer wait.
      if (waitingSince(view) === this.#stoppedSince) return;
      // They wait again, on another page perhaps, or for something else.
      if (!isReady(view)) this.#set({ hasStopped: false });
    }
    // The other device is out, and the ticket for this one on its way: nothing is to be pressed.
    if (stage === "asking" && this.#movesHere && view.decision.kind === "admit") {
      return this.#set({ stage: "going-in", end: null });
    }
    if (wantsIn && isInLine(view)) void this.#stayInLine();
    if (stage !== "before" || this.#pause !== null) return;
    // Said elsewhere: going in by itself would take it back.
    if (wantsIn && view.me?.excuse) return this.giveUp();
    if (wantsIn && view.decision.kind === "admit") this.#goIn();
    else if (wantsIn && isReady(view)) void this.#enter(false);
    else if (!wantsIn && isAtDoor(view.decision)) this.#set({ wantsIn: true });
  }

  /** Somebody has let them in: who waits for nothing else asks to come in without looking first. */
  letIn(view: View): void {
    const { stage, wantsIn } = this.#state;
    if (stage !== "before" || !wantsIn || this.#pause !== null) return;
    if (isWaitingForYes(view) && !view.me?.excuse) this.#goIn();
  }

  /** The call is over for them. */
  finish({ reason, view }: CallEnd): void {
    if (view) this.ports.takeView(view);
    // Whoever has to wait again did not want out; in a full room they get in line.
    const wantsIn =
      reason === "decided" && view !== null && (isAtDoor(view.decision) || isFull(view.decision));
    this.#set({ stage: "before", call: null, end: reason, wantsIn });
    if (wantsIn) this.noticeView(view);
  }

  async #enter(takeOver: boolean): Promise<void> {
    // A double press asks once: the button may be drawn as busy a moment later.
    if (this.#state.stage !== "before") return;
    this.#pause = null;
    this.#movesHere = takeOver;
    this.#set({ stage: "asking" });
    await this.#follow(this.ports.join(takeOver), takeOver, false);
  }

  #goIn(): void {
    // Asked before anything is drawn, which takes a moment.
    const asked = this.ports.join(false);
    this.#set({ stage: "going-in", end: null });
    void this.#follow(asked, false, true);
  }

  async #follow(
    asked: Promise<Answer<Wire<JoinAnswer>>>,
    takeOver: boolean,
    isLetIn: boolean,
  ): Promise<void> {
    const loading = this.#loader.load();
    const answer = await asked;
    if (!answer.ok) {
      const problem = { message: answer.message };
      return isPassing(answer.status) ? this.#askLater(problem, takeOver) : this.#stay(problem);
    }
    const { view, entry } = answer.body;
    const loaded = entry && (await loading);
    if (!entry || !loaded) {
      this.ports.takeView(view);
      if (entry) return this.#stay({ message: null });
      void this.#loader.warm();
      return this.#set({ stage: "before", problem: null, end: null });
    }
    // The call connects before anything is drawn anew: drawing costs the first picture time. Nor
    // may the preview be waited for when it is open, since React draws in between.
    const handed = this.ports.handOver(view);
    const preview = handed instanceof Promise ? await handed : handed;
    const session = loaded.startCall({ view, entry, preview, isLetIn });
    await this.ports.giveWay();
    if (isLetIn) this.ports.announce();
    this.ports.takeView(view);
    this.#set({ stage: "call", call: { session, module: loaded }, end: null, wasInside: false });
  }

  /** Nobody answers for the moment: says so, and asks again by itself as long as they want in. */
  async #askLater(problem: { message: string | null }, takeOver: boolean): Promise<void> {
    const pause = (this.#pause ?? 0) + 1;
    this.#pause = pause;
    this.#set({ stage: "before", wantsIn: true, problem });
    await this.ports.pause();
    if (this.#pause === pause && this.#state.wantsIn) void this.#enter(takeOver);
  }

  #stay(problem: { message: string | null }): void {
    this.#set({ stage: "before", wantsIn: false, problem });
  }

  /** From the first answer that they are in line until they are in, or want in no more. */
  async #stayInLine(): Promise<void> {
    if (this.#keepsPlace) return;
    this.#keepsPlace = true;
    while (this.#isWaiting() && (await this.ports.keepPlace())) await this.ports.pauseInLine();
    this.#keepsPlace = false;
  }

  #isWaiting(): boolean {
    const { wantsIn, stage } = this.#state;
    return wantsIn && (stage === "before" || stage === "asking");
  }

  #set(changes: Partial<EntryState<Session, Module>>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

const WANTED = { wantsIn: true, hasStopped: false, problem: null };

/** The lobby, or the line, is open to them, and nobody knows yet that they are here. */
function isReady({ decision }: View): boolean {
  if (decision.kind !== "wait") return false;
  const isDoor = decision.reason === "in-lobby" || decision.reason === "full";
  return isDoor && decision.since === null;
}

/** Since when they wait in the lobby or the line; null when they don't. */
function waitingSince({ decision }: View): string | null {
  return decision.kind === "wait" && "since" in decision ? decision.since : null;
}

/** Nothing but somebody's yes keeps them out. */
function isWaitingForYes({ decision }: View): boolean {
  return (isAtDoor(decision) && !isFull(decision)) || hasAskedBack(decision);
}

function isInLine({ decision }: View): boolean {
  return isFull(decision) && isAtDoor(decision);
}

/** Nothing was refused: we could not be reached, or what we need, or who stands before us, could not. */
function isPassing(status: number): boolean {
  return status === 0 || (status >= 502 && status <= 504);
}

function canAsk(view: View): boolean {
  return view.decision.kind === "admit" || isReady(view);
}

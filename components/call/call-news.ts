import type { TimeLeft } from "@/lib/domain/call/time-left";
import { can } from "@/lib/domain/room/permissions";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { CallWord } from "@/lib/words/en/call";
import { ArrivalNews } from "./arrival-news";
import type { CallSound } from "./call-sound";
import type { CallPerson, CallState } from "./call-state";
import { NoticeBoard, type Notice } from "./notice-board";
import { newInLobby, newlyAsking, noticesBetween } from "./notices-between";
import { tellLettingIn } from "./tell-letting-in";

type View = Wire<RoomView>;

const MUTED: Record<"microphone" | "camera", Record<"by-host" | "unplugged", CallWord>> = {
  microphone: { "by-host": "microphoneMutedByHost", unplugged: "microphoneUnplugged" },
  camera: { "by-host": "cameraMutedByHost", unplugged: "cameraUnplugged" },
};

/** Tells the person in the call what happens there: in words, and with a chime who knocks. */
export class CallNews {
  readonly #board: NoticeBoard;
  readonly #sound: CallSound;
  readonly #arrivals = new ArrivalNews((notice) => this.#board.post(notice));
  /** Whom the person has been told of; null before the first steady moment. */
  #known: readonly CallPerson[] | null = null;

  constructor(sound: CallSound, changed: () => void) {
    this.#sound = sound;
    this.#board = new NoticeBoard(changed);
  }

  get notices(): readonly Notice[] {
    return this.#board.notices;
  }

  dismiss(id: number): void {
    this.#board.dismiss(id);
  }

  /** They have been let in from where they waited, with what they send. */
  ofLettingIn(...letIn: Parameters<typeof tellLettingIn>): void {
    const word = tellLettingIn(...letIn);
    if (word) this.#board.post({ word });
  }

  /** What a newer view of the room changes. */
  ofView(before: View, after: View): void {
    for (const notice of noticesBetween(before, after)) this.#board.post(notice);
    if (!after.me || !can(after.me.role, "admitFromLobby")) return;
    const arrived = newInLobby(before, after);
    const asking = newlyAsking(before, after);
    if (arrived.length + asking.length > 0) this.#sound.chime();
    for (const { seatId } of newlyAsking(after, before)) this.#board.withdraw(`asks ${seatId}`);
    for (const { name, seatId: letBack } of asking) {
      const topic = `asks ${letBack}` as const;
      this.#board.post({ word: "asksToReturn", values: { name }, tone: "soon", letBack, topic });
    }
    for (const { name } of arrived) {
      this.#board.post({ word: "cameToLobby", values: { name }, shown: false });
    }
  }

  /** Who came and went, and that the connection is back. */
  ofState(before: CallState, after: CallState): void {
    const wasAway = before.link === "reconnecting" || before.link === "coming-back";
    if (after.link !== "steady") return;
    if (wasAway) this.#board.post({ word: "steadyAgain", topic: "link" });
    const known = this.#known;
    this.#known = after.people;
    if (known) this.#arrivals.take(known, after.people);
  }

  ofMuting(source: "microphone" | "camera", why: "by-host" | "unplugged"): void {
    this.#board.post({ word: MUTED[source][why], tone: "soon", topic: source });
  }

  ofSharing(name: string): void {
    this.#board.post({ word: "sharesScreen", values: { name }, shown: false });
  }

  ofTime({ minutes }: TimeLeft): void {
    this.#board.post({ word: "soonOver", values: { minutes }, tone: "soon", topic: "time" });
  }

  ofUnusableDevice(): void {
    this.#board.post({ word: "deviceNotUsable", tone: "stop", topic: "answer" });
  }

  /** `message` is the server's own sentence, when it gave one. */
  ofRefusal(message: string | null): void {
    const notice = message
      ? ({ word: "serverSays", values: { message } } as const)
      : ({ word: "requestFailed" } as const);
    this.#board.post({ ...notice, tone: "stop", topic: "answer" });
  }

  /** A press was obeyed: why an earlier one was not is old news. */
  ofObedience(): void {
    this.#board.withdraw("answer");
  }
}

import { describe, expect, test, vi } from "vitest";
import type { Answer } from "@/components/call/room-requests";
import type { Decision } from "@/lib/domain/room/decision";
import type { JoinAnswer, RoomView, Wire } from "@/lib/domain/room/room-view";
import { buildRoomView, FULL_ROOM } from "@/lib/testing/room-view-builder";
import type { HandedOver } from "./device-check/device-preview";
import type { CallModule } from "./entry-ports";
import { RoomEntry } from "./room-entry";

type View = Wire<RoomView>;
type Joined = Answer<Wire<JoinAnswer>>;

const deciding = (decision: Wire<Decision>) => buildRoomView({ decision });
const ADMITTED = buildRoomView();
const READY = deciding({ kind: "wait", reason: "in-lobby", since: null });
const WAITING = deciding({ kind: "wait", reason: "in-lobby", since: "2023-03-14T14:01:00.000Z" });
const FULL = deciding(FULL_ROOM);
const IN_LINE = deciding({ ...FULL_ROOM, ahead: 1, since: "2023-03-14T14:01:00.000Z" });
const ELSEWHERE = deciding({ kind: "wait", reason: "elsewhere" });
const REMOVED = (askedToReturnAt: string | null) =>
  deciding({
    ...{ kind: "refuse", reason: "removed", mayAskToReturn: askedToReturnAt === null },
    removal: {
      ...{ at: "2023-03-14T14:01:00.000Z", byRole: "presenter", reason: null },
      ...{ fromCall: true, askedToReturnAt },
    },
    overSince: null,
  });
const ASKED = REMOVED("2023-03-14T14:02:00.000Z");
const EXCUSE = { at: "2023-03-14T13:00:00.000Z", reason: null };
const EXCUSED = buildRoomView({ decision: WAITING.decision, me: { excuse: EXCUSE } });
const EARLY = deciding({ kind: "refuse", reason: "too-early", opensAt: "2023-03-14T15:00:00Z" });

const TICKET = { ticket: "ticket", callName: "call" };
const admit: Joined = { ok: true, body: { view: ADMITTED, entry: TICKET } };
const AWAY: Joined = { ok: false, status: 503, message: "Away." };
const REFUSED: Joined = { ok: false, status: 403, message: "No." };
const wait: Joined = { ok: true, body: { view: WAITING, entry: null } };
const line: Joined = { ok: true, body: { view: IN_LINE, entry: null } };

let failedLoads = 0;

function openEntry(view: View, ...answers: Joined[]) {
  const log: string[] = [];
  const pauses: (() => void)[] = [];
  const pausesInLine: (() => void)[] = [];
  const isStillFull: boolean[] = [];
  const keepChoice = () => undefined;
  const preview: HandedOver = { camera: null, microphone: null, speakerId: null, keepChoice };
  const callModule: CallModule<string> = {
    warmUp: async () => void log.push("warm up"),
    startCall: ({ entry, isLetIn }) => {
      log.push(`start ${entry.ticket}${isLetIn ? ", let in" : ""}`);
      return "session";
    },
  };
  const entry = new RoomEntry<string, CallModule<string>>(
    {
      loadCall: async () => {
        log.push("load");
        if (failedLoads-- > 0) throw new Error("offline");
        return callModule;
      },
      join: async (takeOver) => {
        log.push(takeOver ? "join here" : "join");
        return answers.shift() ?? { ok: false, status: 0, message: null };
      },
      takeView: () => undefined,
      handOver: () => {
        log.push("hand over");
        return preview;
      },
      giveWay: () => Promise.resolve(),
      announce: () => log.push("announce"),
      pause: () => new Promise((resolve) => pauses.push(resolve)),
      keepPlace: async () => {
        log.push("still here");
        return isStillFull.shift() ?? true;
      },
      pauseInLine: () => new Promise((resolve) => pausesInLine.push(resolve)),
    },
    view,
  );
  return {
    ...{ entry, log, isStillFull },
    endPause: () => pauses.shift()?.(),
    endPauseInLine: () => pausesInLine.shift()?.(),
  };
}

/** Lets everything that is already answered run to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("nobody goes in", () => {
  test("without a press, even when the room would admit them", async () => {
    const { entry, log } = openEntry(READY);
    entry.noticeView(ADMITTED);
    await settle();
    expect(log).toEqual([]);
  });

  test("because the pointer is on the button; that only prepares, and not before its time", async () => {
    const early = openEntry(EARLY);
    early.entry.prepare(EARLY);
    expect(early.log).toEqual([]);
    const { entry, log } = openEntry(ADMITTED);
    entry.prepare(ADMITTED);
    entry.prepare(ADMITTED);
    await settle();
    expect(log).toEqual(["load", "warm up"]);
    expect(entry.read()).toMatchObject({ stage: "before", wantsIn: false });
  });

  test("while it is too early; the press is kept", async () => {
    const { entry, log } = openEntry(EARLY);
    entry.press(EARLY);
    await settle();
    expect(log).toEqual(["load"]);
    expect(entry.read()).toMatchObject({ stage: "before", wantsIn: true });
  });

  test.each([
    ["did not press", READY, false],
    ["are early", EARLY, true],
    ["have another device inside", ELSEWHERE, true],
    ["find no place", FULL, true],
    ["stand in line", IN_LINE, true],
    ["said elsewhere that they can't come", EXCUSED, true],
  ])("by the word that somebody let them in, when they %s", async (_, view, hasPressed) => {
    const { entry, log } = openEntry(EARLY, admit);
    if (hasPressed) entry.press(EARLY);
    entry.letIn(view);
    await settle();
    expect(log).not.toContain("join");
    expect(entry.read().stage).toBe("before");
  });

  test("after giving up", async () => {
    const { entry, log } = openEntry(EARLY);
    entry.press(EARLY);
    entry.giveUp();
    entry.noticeView(ADMITTED);
    await settle();
    expect(log).toEqual(["load"]);
    expect(entry.read().hasStopped).toBe(false);
  });

  test("who stopped waiting, with one press or two, whenever what was asked before it comes", async () => {
    const { entry, log } = openEntry(WAITING);
    let answer = (_: boolean) => {};
    const leave = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
    void entry.stopWaiting(WAITING, leave);
    void entry.stopWaiting(WAITING, leave);
    for (const view of [WAITING, READY]) entry.noticeView(view);
    answer(true);
    await settle();
    for (const view of [READY, WAITING, READY]) entry.noticeView(view);
    await settle();
    expect(leave).toHaveBeenCalledOnce();
    expect(log).toEqual([]);
    expect(entry.read()).toMatchObject({ wantsIn: false, hasStopped: true });
  });

  test("after saying on another page that they can't come", async () => {
    const { entry, log } = openEntry(EARLY);
    entry.press(EARLY);
    entry.noticeView(buildRoomView({ me: { excuse: EXCUSE } }));
    await settle();
    expect(log).toEqual(["load"]);
    expect(entry.read()).toMatchObject({ stage: "before", wantsIn: false });
  });

  test("when we can't be reached, and the page says so", async () => {
    const { entry } = openEntry(ADMITTED);
    entry.press(ADMITTED);
    await settle();
    expect(entry.read()).toMatchObject({ stage: "before", problem: { message: null } });
  });

  test("when they are refused, and nobody asks again", async () => {
    const { entry, log, endPause } = openEntry(ADMITTED, REFUSED, admit);
    entry.press(ADMITTED);
    await settle();
    endPause();
    entry.noticeView(ADMITTED);
    await settle();
    expect(log.filter((line) => line === "join")).toHaveLength(1);
    expect(entry.read()).toMatchObject({ wantsIn: false, problem: { message: "No." } });
  });

  test("who gave up while nobody answered", async () => {
    const { entry, log, endPause } = openEntry(ADMITTED, AWAY, admit);
    entry.press(ADMITTED);
    await settle();
    entry.giveUp();
    endPause();
    await settle();
    expect(log.filter((line) => line === "join")).toHaveLength(1);
  });
});

describe("somebody goes in", () => {
  test("with one press where nobody has to admit them; the call loads beside the question", async () => {
    const { entry, log } = openEntry(ADMITTED, admit);
    entry.press(ADMITTED);
    await settle();
    expect(log).toEqual(["load", "join", "hand over", "start ticket"]);
    expect(entry.read()).toMatchObject({ stage: "call", call: { session: "session" } });
  });

  test("once, when they press twice", async () => {
    const { entry, log } = openEntry(ADMITTED, admit, admit);
    entry.press(ADMITTED);
    entry.press(ADMITTED);
    await settle();
    entry.press(ADMITTED);
    await settle();
    expect(log).toEqual(["load", "join", "hand over", "start ticket"]);
  });

  test("by itself once admitted from the lobby, and hears it", async () => {
    const { entry, log } = openEntry(READY, wait, admit);
    entry.press(READY);
    await settle();
    expect(entry.read().stage).toBe("before");
    entry.noticeView(ADMITTED);
    await settle();
    const goingIn = ["join", "hand over", "start ticket, let in", "announce"];
    expect(log).toEqual(["load", "join", "warm up", ...goingIn]);
  });

  test("once, on the word that somebody let them in, without looking first", async () => {
    const { entry, log } = openEntry(READY, wait, admit);
    entry.press(READY);
    await settle();
    entry.letIn(WAITING);
    entry.letIn(WAITING);
    entry.noticeView(ADMITTED);
    await settle();
    expect(log.slice(-4)).toEqual(["join", "hand over", "start ticket, let in", "announce"]);
    expect(entry.read().stage).toBe("call");
  });

  test("on that word when they had asked to come back", async () => {
    const { entry } = openEntry(ASKED, admit);
    entry.letIn(ASKED);
    await settle();
    expect(entry.read().stage).toBe("call");
  });

  test("after that word by themselves, too, when nobody answered their page at first", async () => {
    const restarting: Joined = { ok: false, status: 502, message: null };
    const { entry, endPause } = openEntry(WAITING, restarting, admit);
    entry.letIn(WAITING);
    await settle();
    expect(entry.read()).toMatchObject({ stage: "before", wantsIn: true });
    endPause();
    await settle();
    expect(entry.read().stage).toBe("call");
  });

  test("by itself after the page was loaded again in the lobby", async () => {
    const { entry } = openEntry(WAITING, admit);
    entry.noticeView(ADMITTED);
    await settle();
    expect(entry.read().stage).toBe("call");
  });

  test("into the lobby when the time comes, after a press while it was too early", async () => {
    const { entry, log } = openEntry(EARLY, wait);
    entry.press(EARLY);
    entry.noticeView(READY);
    await settle();
    expect(log).toEqual(["load", "join", "warm up"]);
  });

  test("by itself when somebody answers again; until then the page asks after each pause", async () => {
    const { entry, log, endPause } = openEntry(ADMITTED, AWAY, AWAY, admit);
    entry.press(ADMITTED);
    await settle();
    entry.noticeView(ADMITTED);
    await settle();
    expect(entry.read()).toMatchObject({ wantsIn: true, problem: { message: "Away." } });
    expect(log.filter((line) => line === "join")).toHaveLength(1);
    endPause();
    await settle();
    expect(entry.read().stage).toBe("before");
    endPause();
    await settle();
    expect(log.filter((line) => line === "join")).toHaveLength(3);
    expect(entry.read().stage).toBe("call");
  });

  test("who tried to stop waiting when nobody could be told, and who waits again elsewhere", async () => {
    const failed = openEntry(WAITING, admit).entry;
    await failed.stopWaiting(WAITING, () => Promise.resolve(false));
    expect(failed.read()).toMatchObject({ wantsIn: true, hasStopped: false });
    failed.noticeView(ADMITTED);
    await settle();
    expect(failed.read().stage).toBe("call");

    const again = openEntry(WAITING, admit).entry;
    await again.stopWaiting(WAITING, () => Promise.resolve(true));
    again.noticeView(
      deciding({ kind: "wait", reason: "in-lobby", since: "2023-03-14T14:09:00.000Z" }),
    );
    expect(again.read()).toMatchObject({ wantsIn: true, hasStopped: false });
  });

  test("with this device instead of another one, when they say so", async () => {
    const { entry, log } = openEntry(ADMITTED, admit);
    entry.takeOver();
    await settle();
    expect(log).toContain("join here");
  });

  test("and are told so as soon as the other device is out, with nothing left to press", async () => {
    const moving = openEntry(ELSEWHERE, admit).entry;
    moving.takeOver();
    moving.noticeView(ELSEWHERE);
    expect(moving.read().stage).toBe("asking");
    moving.noticeView(ADMITTED);
    expect(moving.read().stage).toBe("going-in");
    await settle();
    expect(moving.read().stage).toBe("call");

    const joining = openEntry(ADMITTED, admit).entry;
    joining.press(ADMITTED);
    joining.noticeView(ADMITTED);
    expect(joining.read().stage).toBe("asking");
  });
});

test("a call that could not be loaded is loaded again at the next press", async () => {
  failedLoads = 1;
  const { entry } = openEntry(ADMITTED, admit, admit);
  entry.press(ADMITTED);
  await settle();
  expect(entry.read()).toMatchObject({ stage: "before", problem: { message: null } });
  entry.press(ADMITTED);
  await settle();
  expect(entry.read().stage).toBe("call");
});

describe("in line for a place", () => {
  test("nobody stands who did not ask for it", async () => {
    const { entry, log } = openEntry(FULL);
    entry.noticeView(FULL);
    await settle();
    expect(log).toEqual([]);
    expect(entry.keepsPlace()).toBe(false);
  });

  test("somebody says again and again that they are here, until they go in by themselves", async () => {
    const { entry, log, endPauseInLine } = openEntry(FULL, line, admit);
    entry.press(FULL);
    await settle();
    entry.noticeView(IN_LINE);
    await settle();
    entry.noticeView(IN_LINE);
    endPauseInLine();
    await settle();
    expect(log.filter((one) => one === "still here")).toHaveLength(2);
    expect(entry.keepsPlace()).toBe(true);
    entry.noticeView(ADMITTED);
    endPauseInLine();
    await settle();
    expect(entry.read().stage).toBe("call");
    expect(log.filter((one) => one === "still here")).toHaveLength(2);
    expect(entry.keepsPlace()).toBe(false);
  });

  test("whoever wanted in before it was full stands without another press", async () => {
    const { entry, log } = openEntry(EARLY, line);
    entry.press(EARLY);
    entry.noticeView(FULL);
    await settle();
    expect(log).toContain("join");
  });

  test("they still stand after the page was loaded again", async () => {
    const { entry, log } = openEntry(IN_LINE);
    entry.noticeView(IN_LINE);
    await settle();
    expect(log).toEqual(["still here"]);
  });

  test("nobody stands any more who gave up, or whom the room does not let wait", async () => {
    const { entry, log, isStillFull, endPauseInLine } = openEntry(IN_LINE);
    entry.noticeView(IN_LINE);
    await settle();
    entry.giveUp();
    endPauseInLine();
    await settle();
    expect([entry.keepsPlace(), log]).toEqual([false, ["still here"]]);

    isStillFull.push(false);
    entry.press(IN_LINE);
    entry.noticeView(IN_LINE);
    await settle();
    expect(entry.keepsPlace()).toBe(false);
  });
});

describe("somebody who was removed and is let back", () => {
  test("stays outside until they press, when they did not ask for it", async () => {
    const { entry, log } = openEntry(REMOVED(null), admit);
    entry.noticeView(ADMITTED);
    await settle();
    expect(log).toEqual([]);
  });

  test("stays outside when they asked, and then said not now", async () => {
    const { entry, log } = openEntry(REMOVED(null), admit);
    entry.askBack();
    entry.noticeView(ASKED);
    entry.giveUp();
    entry.noticeView(ASKED);
    entry.noticeView(ADMITTED);
    await settle();
    expect(log).toEqual(["load"]);
  });

  test("goes in by themselves when they asked, and hears it", async () => {
    const { entry, log } = openEntry(REMOVED(null), admit);
    entry.askBack();
    entry.noticeView(ASKED);
    await settle();
    expect(log).toEqual(["load"]);
    entry.noticeView(ADMITTED);
    await settle();
    expect(log).toEqual(["load", "join", "hand over", "start ticket, let in", "announce"]);
  });

  test("goes in by themselves after the page was loaded again", async () => {
    const { entry } = openEntry(ASKED, admit);
    entry.noticeView(ADMITTED);
    await settle();
    expect(entry.read().stage).toBe("call");
  });

  test("comes to the lobby by themselves when staff put them back on the list", async () => {
    const { entry, log } = openEntry(ASKED, wait);
    entry.noticeView(READY);
    await settle();
    expect(log).toEqual(["join", "load", "warm up"]);
  });
});

describe("after a call", () => {
  test("who left stays outside until the next press", async () => {
    const { entry, log } = openEntry(ADMITTED, admit);
    entry.press(ADMITTED);
    await settle();
    entry.finish({ reason: "left", view: null });
    entry.noticeView(ADMITTED);
    await settle();
    expect(entry.read()).toMatchObject({ stage: "before", end: "left", call: null });
    expect(log.filter((line) => line === "join")).toHaveLength(1);
  });

  test("who was put out of a full room gets in line, and says that they are here", async () => {
    const { entry, log } = openEntry(ADMITTED, admit, line);
    entry.press(ADMITTED);
    await settle();
    entry.finish({ reason: "decided", view: FULL });
    await settle();
    expect(log.filter((one) => one === "join")).toHaveLength(2);
    entry.noticeView(IN_LINE);
    await settle();
    expect([log.at(-1), entry.keepsPlace()]).toEqual(["still here", true]);
  });

  test("who loads the page again reads that they were inside, until they are in again", async () => {
    const { entry } = openEntry(ADMITTED, admit);
    entry.noticeReload();
    expect(entry.read().wasInside).toBe(true);
    entry.press(ADMITTED);
    await settle();
    expect(entry.read()).toMatchObject({ stage: "call", wasInside: false });
  });

  test("who was sent back waits, and goes in again when admitted", async () => {
    const { entry } = openEntry(ADMITTED, admit, admit);
    entry.press(ADMITTED);
    await settle();
    entry.finish({ reason: "decided", view: WAITING });
    expect(entry.read().stage).toBe("before");
    entry.noticeView(ADMITTED);
    await settle();
    expect(entry.read().stage).toBe("call");
  });
});

import { describe, expect, test } from "vitest";
import type { Answer } from "@/components/call/room-requests";
import type { Decision } from "@/lib/domain/room/decision";
import type { JoinAnswer, RoomView, Wire } from "@/lib/domain/room/room-view";
import { buildRoomView } from "@/lib/testing/room-view-builder";
import { RoomEntry, type CallModule, type Preview } from "./room-entry";

type View = Wire<RoomView>;
type Joined = Answer<Wire<JoinAnswer>>;

const deciding = (decision: Wire<Decision>) => buildRoomView({ decision });
const ADMITTED = buildRoomView();
const READY = deciding({ kind: "wait", reason: "in-lobby", since: null });
const WAITING = deciding({ kind: "wait", reason: "in-lobby", since: "2023-03-14T14:01:00.000Z" });
const ELSEWHERE = deciding({ kind: "wait", reason: "elsewhere" });
const EARLY = deciding({ kind: "refuse", reason: "too-early", opensAt: "2023-03-14T15:00:00Z" });

const TICKET = { ticket: "ticket", callName: "call" };
const admit: Joined = { ok: true, body: { view: ADMITTED, entry: TICKET } };
const AWAY: Joined = { ok: false, status: 503, message: "Away." };
const REFUSED: Joined = { ok: false, status: 403, message: "No." };
const wait: Joined = { ok: true, body: { view: WAITING, entry: null } };

let failedLoads = 0;

function openEntry(view: View, ...answers: Joined[]) {
  const log: string[] = [];
  const pauses: (() => void)[] = [];
  const preview: Preview = { camera: null, microphone: null, speakerId: null };
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
    },
    view,
  );
  return { entry, log, endPause: () => pauses.shift()?.() };
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

  test("after giving up", async () => {
    const { entry, log } = openEntry(EARLY);
    entry.press(EARLY);
    entry.giveUp();
    entry.noticeView(ADMITTED);
    await settle();
    expect(log).toEqual(["load"]);
  });

  test("after saying on another page that they can't come", async () => {
    const { entry, log } = openEntry(EARLY);
    entry.press(EARLY);
    const excuse = { at: "2023-03-14T13:00:00.000Z", reason: null };
    entry.noticeView(buildRoomView({ me: { excuse } }));
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

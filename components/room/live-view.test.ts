import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { buildRoomView, FULL_ROOM } from "@/lib/testing/room-view-builder";
import { LiveView } from "./live-view";

type View = Wire<RoomView>;

/** The browser's end of the live channel; a test says what arrives. */
class Channel extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static newest: Channel;
  readonly readyState = Channel.OPEN;

  constructor() {
    super();
    Channel.newest = this;
  }

  close(): void {}
}

beforeEach(() => {
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
  vi.stubGlobal("EventSource", Channel);
});

afterEach(() => vi.unstubAllGlobals());

/** Somebody before a full room, `since` when in line, as the server saw it at a second. */
const seenAt = (second: number, since: string | null): View => ({
  ...buildRoomView({ decision: { ...FULL_ROOM, since } }),
  serverNow: `2023-03-14T14:00:0${second}.000Z`,
});

const IN_LINE = "2023-03-14T14:00:02.000Z";

/** A page whose questions are answered by hand, in the order in which they were asked. */
function openPage() {
  const answers: ((view: View) => void)[] = [];
  const ask = () =>
    new Promise<{ ok: true; body: View }>((resolve) => {
      answers.push((body) => resolve({ ok: true, body }));
    });
  const live = new LiveView(seenAt(1, null), "room", ask);
  return {
    live,
    answers,
    isInLine: () => {
      const { decision } = live.read().view;
      return decision.kind === "wait" && decision.reason === "full" && decision.since !== null;
    },
  };
}

test("a press whose answer was overtaken by an older reading is believed in the end", async () => {
  const { live, answers, isInLine } = openPage();
  void live.refresh();
  answers[0]?.(seenAt(3, null));
  await vi.waitFor(() => expect(live.read().view.serverNow).toMatch(/03/));
  live.take(seenAt(2, IN_LINE));
  expect(isInLine()).toBe(false);
  answers[1]?.(seenAt(4, IN_LINE));
  await vi.waitFor(() => expect(isInLine()).toBe(true));
});

test("a reading that is on its way while a press is answered does not have the last word", async () => {
  const { live, answers, isInLine } = openPage();
  void live.refresh();
  live.take(seenAt(2, IN_LINE));
  answers[0]?.(seenAt(3, null));
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(seenAt(4, IN_LINE));
  await vi.waitFor(() => expect(live.read().view.serverNow).toMatch(/04/));
  expect(isInLine()).toBe(true);
});

test("the word that they are let in is passed on with what is known, unless more is being asked", () => {
  const { live } = openPage();
  const onLetIn = vi.fn();
  const stop = live.start(onLetIn);
  Channel.newest.dispatchEvent(new Event("let-in"));
  expect(onLetIn).toHaveBeenCalledExactlyOnceWith(live.read().view);
  Channel.newest.dispatchEvent(new Event("changed"));
  Channel.newest.dispatchEvent(new Event("let-in"));
  expect(onLetIn).toHaveBeenCalledTimes(1);
  stop();
});

test("whoever gives a name listens anew, as the one they are now", () => {
  const { live, answers } = openPage();
  const stop = live.start(() => undefined);
  const before = Channel.newest;
  live.listenAnew();
  expect(Channel.newest).not.toBe(before);
  expect(answers).toHaveLength(1);
  stop();
});

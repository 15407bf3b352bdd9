import { describe, expect, test, vi } from "vitest";
import { insideAs, ok, buildCallingRoom, viewOf } from "@/lib/testing/calling-room";
import { SPEAK_UP_MS } from "@/lib/domain/room/line";
import { FULL_ROOM } from "@/lib/testing/room-view-builder";
import type { Link } from "@/components/call/call-state";
import type { Media, MediaOptions } from "./media";
import { RoomCall, type RoomCallParts } from "./room-call";

const room = buildCallingRoom();

const REMOVED = { kind: "refuse", reason: "removed" };
const OFF_THE_ROSTER = { code: 0, subCode: 5317 };

/** A media connection that is there at once and sends what it is told to. */
class SteadyMedia implements Media {
  link: Link = "steady";
  readonly sent = new Set<string>();
  isClosed = false;

  constructor(readonly options: MediaOptions) {
    queueMicrotask(options.onChange);
  }

  people = () => [];
  isSending = (source: string) => this.sent.has(source);
  sendCamera = async () => undefined;
  useDevice = async () => undefined;

  async send(source: string, on: boolean): Promise<void> {
    if (on) this.sent.add(source);
    else this.sent.delete(source);
  }

  close(): void {
    this.isClosed = true;
  }
}

function join(parts: Partial<RoomCallParts> = {}) {
  const media: SteadyMedia[] = [];
  const startMedia = (options: MediaOptions) => {
    const made = new SteadyMedia(options);
    media.push(made);
    return made;
  };
  const onOver = vi.fn();
  const nothing = { selectedMicrophone: undefined, selectedSpeaker: undefined };
  const call = new RoomCall({
    ...{ service: room.service, roomId: "99187344061523004", displayName: undefined },
    devices: { ...nothing, on: () => undefined, off: () => undefined },
    options: { audioOptions: { muted: true } },
    loadMedia: async () => ({ startMedia }),
    onOver,
    ...parts,
  });
  const states: string[] = [];
  const roles: string[] = [];
  call.on("stateChanged", () => states.push(call.state));
  call.on("roleChanged", () => roles.push(call.role));
  const reaches = (state: string) => vi.waitFor(() => expect(call.state).toBe(state));
  return { call, states, roles, media, onOver, reaches };
}

/** Somebody in the call. */
async function enter(role = "attendee") {
  room.says.join = ok({ view: insideAs(role), entry: { ticket: "t", callName: "c" } });
  room.says.state = ok(insideAs(role));
  const joined = join();
  await joined.reaches("Connected");
  await vi.waitFor(() => expect(room.isWatched()).toBe(true));
  return joined;
}

describe("whoever is refused", () => {
  test("gets ACS's codes with our reason and time, and no connection", async () => {
    const opensAt = "2027-03-09T14:00:00.000Z";
    const body = { title: "Too early", acsCode: 403, subCode: 5829, reason: "too-early", opensAt };
    room.says.join = { status: 403, body };
    const { call, states, media, onOver, reaches } = join();
    await reaches("Disconnected");
    expect(states).toEqual(["Connecting", "Disconnected"]);
    const details = { reason: "too-early", opensAt };
    expect(call.callEndReason).toEqual({ code: 403, subCode: 5829, details });
    expect([media, onOver.mock.calls.length]).toEqual([[], 1]);
    expect(room.asked).toEqual(["join"]);
  });

  test("because the media client can't be loaded learns that it is unreachable", async () => {
    const { call, reaches } = join({ loadMedia: async () => null });
    await reaches("Disconnected");
    expect(call.callEndReason).toMatchObject({ code: 410, subCode: 3100 });
  });
});

describe("in the lobby", () => {
  test("one who gives up says that nobody waits there any more", async () => {
    const { call, states, reaches } = join();
    await reaches("InLobby");
    await call.hangUp();
    await vi.waitFor(() => expect(room.asked).toContain("left"));
    expect(states).toEqual(["Connecting", "InLobby", "Disconnecting", "Disconnected"]);
  });

  test("one who is put out meanwhile never comes in; one who is let in does, once", async () => {
    const [refused, admitted] = [join(), join()];
    for (const { reaches } of [refused, admitted]) await reaches("InLobby");
    await vi.waitFor(() => expect(room.asked.filter((verb) => verb === "live")).toHaveLength(2));
    await refused.call.hangUp();
    room.says.join = ok({ view: insideAs("attendee"), entry: { ticket: "t", callName: "c" } });
    room.says.state = ok(insideAs("attendee"));
    room.change();
    room.change();
    await admitted.reaches("Connected");
    expect(admitted.states).toEqual(["Connecting", "InLobby", "Connected"]);
    expect([refused.media.length, admitted.media.length]).toEqual([0, 1]);
    expect(refused.call.state).toBe("Disconnected");
  });
});

describe("in a full room", () => {
  const full = (since: string | null) => viewOf({ decision: { ...FULL_ROOM, since } });
  const AT = "2027-03-09T14:05:00.000Z";

  test("whoever waits says now and then that they are there, and not once they are in", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    room.says.join = ok({ view: full(AT), entry: null });
    room.says.state = ok(full(AT));
    const { reaches } = join();
    await reaches("InLobby");
    vi.advanceTimersByTime(SPEAK_UP_MS);
    await vi.waitFor(() => expect(room.asked).toContain("keep-place"));
    room.says.join = ok({ view: insideAs("attendee"), entry: { ticket: "t", callName: "c" } });
    room.says.state = ok(insideAs("attendee"));
    vi.advanceTimersByTime(SPEAK_UP_MS);
    await reaches("Connected");
    const said = room.asked.filter((verb) => verb === "keep-place").length;
    vi.advanceTimersByTime(2 * SPEAK_UP_MS);
    expect(room.asked.filter((verb) => verb === "keep-place")).toHaveLength(said);
    vi.useRealTimers();
  });

  test("whoever is put out of it gets in line, once", async () => {
    const { media, reaches } = await enter();
    room.says.state = ok(full(null));
    room.says.join = ok({ view: full(AT), entry: null });
    room.change();
    await reaches("InLobby");
    await vi.waitFor(() => expect(room.asked.filter((verb) => verb === "join")).toHaveLength(2));
    expect([media.length, media[0]?.isClosed]).toEqual([1, true]);
  });

  test("whoever hangs up leaves for good, whoever's page goes away does not", async () => {
    const [hangsUp, goesAway] = [await enter(), await enter()];
    await hangsUp.call.hangUp();
    await vi.waitFor(() => expect(room.left).toEqual([{ forGood: true }]));
    window.dispatchEvent(new Event("pagehide"));
    await goesAway.reaches("Disconnected");
    await vi.waitFor(() => expect(room.left).toEqual([{ forGood: true }, { forGood: false }]));
  });
});

describe("inside", () => {
  test("an attendee may not share the screen and may speak; a consumer neither", async () => {
    const attendee = await enter();
    await expect(attendee.call.startScreenSharing()).rejects.toMatchObject({ code: 403 });
    await attendee.call.unmute();
    expect([attendee.call.isMuted, attendee.call.isScreenSharingOn]).toEqual([false, false]);
    const consumer = await enter("consumer");
    await expect(consumer.call.unmute()).rejects.toMatchObject({ code: 403 });
    await expect(consumer.call.startScreenSharing()).rejects.toMatchObject({ code: 403 });
    expect(consumer.call.isMuted).toBe(true);
  });

  test("a change of role is told once, with what can be done then", async () => {
    const { call, roles } = await enter();
    const changes: string[] = [];
    call.feature("Capabilities").on("capabilitiesChanged", ({ reason }) => changes.push(reason));
    room.says.state = ok(insideAs("presenter"));
    room.change();
    await vi.waitFor(() => expect(call.role).toBe("Presenter"));
    room.change();
    await vi.waitFor(() => expect(room.asked.filter((verb) => verb === "state")).toHaveLength(2));
    expect(roles).toEqual(["Attendee", "Presenter"]);
    expect(changes).toEqual(["RoleChanged"]);
    await call.startScreenSharing();
    expect(call.isScreenSharingOn).toBe(true);
  });

  test("whoever is taken off the roster is cut off and told so in ACS's words", async () => {
    const { call, media, reaches, onOver } = await enter();
    room.says.state = ok(viewOf({ decision: REMOVED, end: OFF_THE_ROSTER }));
    room.change();
    await reaches("Disconnected");
    expect(call.callEndReason).toMatchObject(OFF_THE_ROSTER);
    expect([media[0]?.isClosed, onOver.mock.calls.length]).toEqual([true, 1]);
  });

  test("whoever is sent back to the lobby keeps the call and loses the media", async () => {
    const { states, media, reaches } = await enter();
    room.says.state = ok(viewOf());
    room.change();
    await reaches("InLobby");
    expect(media[0]?.isClosed).toBe(true);
    expect(states).toEqual(["Connecting", "Connected", "InLobby"]);
  });

  test("what a user sends is no wish of theirs to change while they are cut off", async () => {
    const { call, media } = await enter("presenter");
    await call.unmute();
    const [own] = media;
    if (!own) throw new Error("nobody connected");
    const isMutedAt = (link: Link) => {
      own.link = link;
      own.sent.clear();
      own.options.onChange();
      return call.isMuted;
    };
    expect([isMutedAt("asking-why"), isMutedAt("coming-back"), isMutedAt("steady")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("an older answer changes nothing", async () => {
    const old = insideAs("consumer");
    const { call, roles } = await enter("presenter");
    room.says.state = ok(old);
    room.change();
    await vi.waitFor(() => expect(room.asked).toContain("state"));
    room.says.state = ok(insideAs("collaborator"));
    room.change();
    await vi.waitFor(() => expect(call.role).toBe("Collaborator"));
    expect(roles).toEqual(["Presenter", "Collaborator"]);
  });

  test("ending for everyone that is refused leaves the call as it is; granted it is one's own end", async () => {
    const { call, reaches } = await enter();
    room.says.change = { status: 403, body: { title: "Only presenters end it for everyone" } };
    await expect(call.hangUp({ forEveryone: true })).rejects.toMatchObject({ code: 403 });
    expect([call.state, call.callEndReason]).toEqual(["Connected", undefined]);
    room.says.change = ok({});
    await call.hangUp({ forEveryone: true });
    await reaches("Disconnected");
    expect(call.callEndReason).toMatchObject({ code: 0, subCode: 0 });
    await vi.waitFor(() => expect(room.asked).toContain("left"));
  });

  test("a page that goes away says that it has left", async () => {
    const { call } = await enter();
    window.dispatchEvent(new Event("pagehide"));
    expect(call.callEndReason).toMatchObject({ code: 0, subCode: 4521 });
    await vi.waitFor(() => expect(room.asked).toContain("left"));
  });
});

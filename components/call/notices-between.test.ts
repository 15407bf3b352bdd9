import { describe, expect, it } from "vitest";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { newInLobby, newlyAsking, noticesBetween } from "./notices-between";

type View = Wire<RoomView>;

const closesAt = "2026-11-24T10:00:00.000Z";

const room = {
  id: "room",
  title: "Visit",
  kind: "webinar",
  organizationName: "Clinic",
  opensAt: "2026-11-24T09:00:00.000Z",
  closesAt,
  timeZone: "Europe/Berlin",
  lobby: true,
  isLive: false,
  hosts: [],
} as const;

const me = {
  seatId: "seat",
  name: "Samuel",
  role: "collaborator",
  capacity: "speaker",
  deviceId: "device",
  timeZone: "Europe/Berlin",
  withheld: [],
  byLink: true,
  excuse: null,
  mayExcuseSelf: false,
  placeUntil: null,
  mayRead: { whoWasHere: true, record: false },
} as const;

type Change = {
  room?: object;
  me?: object;
  lobby?: View["lobby"];
  intrusions?: View["intrusions"];
  removed?: View["removed"];
};

function buildView(change: Change): View {
  return {
    room: { ...room, hosts: [], ...change.room },
    me: { ...me, withheld: [], ...change.me },
    linkOwner: null,
    decision: { kind: "wait", reason: "elsewhere" },
    serverNow: "2026-11-24T09:30:00.000Z",
    lobby: change.lobby ?? [],
    removed: change.removed ?? [],
    intrusions: change.intrusions ?? [],
    people: [],
  } as View;
}

const wordsOf = (before: View, after: View) =>
  noticesBetween(before, after).map(({ word }) => word);

describe("what is told of a newer view", () => {
  it("is what the host changed for oneself", () => {
    const after = buildView({ me: { role: "attendee", withheld: ["microphone"] } });
    expect(wordsOf(buildView({}), after)).toEqual(["becameAttendee", "microphoneWithheld"]);
    expect(wordsOf(after, buildView({}))).toEqual(["becameCollaborator", "microphoneAllowed"]);
  });

  it("is more time, and not less", () => {
    const longer = buildView({ room: { closesAt: "2026-11-24T10:10:00.000Z" } });
    expect(wordsOf(buildView({}), longer)).toEqual(["extended"]);
    expect(wordsOf(longer, buildView({}))).toEqual([]);
  });

  it("is that the webinar went live", () => {
    expect(wordsOf(buildView({}), buildView({ room: { isLive: true } }))).toEqual(["nowLive"]);
  });

  it("is what somebody tried who is not let do it, once", () => {
    const stranger = { position: 7, at: closesAt, why: "unknown", name: null } as const;
    const known = { position: 9, at: closesAt, why: "wrong-rights", name: "Ben" } as const;
    const first = buildView({ intrusions: [stranger] });
    const second = buildView({ intrusions: [known, stranger] });
    expect(wordsOf(buildView({}), first)).toEqual(["strangerPutOut"]);
    expect(wordsOf(first, second)).toEqual(["rightsSetRight"]);
    expect(wordsOf(second, second)).toEqual([]);
  });

  it("is nothing when nothing changed", () => {
    expect(noticesBetween(buildView({}), buildView({}))).toEqual([]);
  });

  it("names those who are new in the lobby only", () => {
    const guest = (seatId: string) => ({
      seatId,
      name: seatId,
      capacity: "patient" as const,
      birthYear: null,
      onTwoDevices: false,
      waitingSince: closesAt,
    });
    const before = buildView({ lobby: [guest("ana")] });
    const after = buildView({ lobby: [guest("ana"), guest("ben")] });
    expect(newInLobby(before, after).map(({ seatId }) => seatId)).toEqual(["ben"]);
  });
});

describe("who asks to come back", () => {
  const gone = (seatId: string) => ({ seatId, name: seatId, removedAt: closesAt, askedAt: null });
  const asking = (seatId: string) => ({ ...gone(seatId), askedAt: closesAt });

  it("is told once, also of whoever was seen among the removed before", () => {
    const before = buildView({ removed: [asking("ana"), gone("ben"), gone("cleo")] });
    const after = buildView({ removed: [asking("ana"), asking("ben"), gone("cleo")] });
    expect(newlyAsking(before, after)).toEqual([asking("ben")]);
    expect(newlyAsking(after, before)).toEqual([]);
  });
});

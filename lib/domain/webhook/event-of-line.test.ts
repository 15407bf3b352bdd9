import { describe, expect, test } from "vitest";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import { EVENT_DATA, EVENT_PLACE } from "./event-data";
import { EVENT_OF_LINE } from "./event-of-line";
import { eventPayload, eventTypeOf, pingPayload } from "./event-payload";
import { EVENT_TYPES, wantsEvent } from "./event-type";
import type { EventFacts, EventSeat } from "./event-facts";

const KINDS = Object.keys(EVENT_OF_LINE) as RecordKind[];
const at = new Date("2027-03-09T14:00:00.000Z");

const seat: EventSeat = { seatId: "seat-1", role: "presenter", rawId: "8:acs:res_user" };
const startedAt = new Date("2027-03-09T14:00:00.000Z");
const endedAt = new Date("2027-03-09T14:00:49.728Z");
const facts: EventFacts = {
  roomId: "room-1",
  acsRoomId: "99000000000000001",
  seat,
  call: { callId: "call-1", startedAt, endedAt, startedBy: seat },
};

/** What somebody might write into any field of a line that takes text. */
const SECRET = "Samuel Reyes has asthma <samuel@example.org>";
const LINE = {
  seatId: "seat-1",
  deviceId: SECRET,
  callId: "call-1",
  linkId: SECRET,
  opensAt: at.toISOString(),
  closesAt: at.toISOString(),
  fields: ["title"],
  toRoomId: "room-2",
  reason: SECRET,
  why: SECRET,
  identity: SECRET,
  role: "attendee",
  from: "attendee",
  to: "presenter",
  fromCall: true,
  withheld: ["microphone"],
} as unknown as RecordFacts[RecordKind];

const payloadOf = (kind: RecordKind, about = facts) => {
  const text = eventPayload({ kind, facts: LINE, position: 7, at }, about);
  return text === null
    ? null
    : (JSON.parse(text) as { type: string; data: Record<string, unknown> });
};

describe("no event carries", () => {
  test.each(KINDS)("what people wrote or a device is called by: %s", (kind) => {
    expect(JSON.stringify(payloadOf(kind))).not.toContain(SECRET);
  });
});

test("every kind of line is an event that can be asked for, or none", () => {
  for (const kind of KINDS) {
    const type = eventTypeOf(kind);
    if (type === null) expect(payloadOf(kind)).toBeNull();
    else expect(EVENT_TYPES).toContain(type);
  }
});

test("every event that can be asked for comes of some line", () => {
  expect(new Set(KINDS.map(eventTypeOf).filter(Boolean))).toEqual(new Set(EVENT_TYPES));
});

test("every event says which room, when, and in which place of its record", () => {
  for (const kind of KINDS.filter(eventTypeOf)) {
    expect(payloadOf(kind)).toMatchObject({
      type: eventTypeOf(kind),
      timestamp: "2027-03-09T14:00:00.000Z",
      data: { roomId: "room-1", acsRoomId: "99000000000000001", position: 7 },
    });
  }
});

test.each(KINDS.filter(eventTypeOf))("what %s tells has the shape of its event", (kind) => {
  const type = eventTypeOf(kind);
  if (!type) throw new Error("it is none");
  const shape = EVENT_PLACE.extend(EVENT_DATA[type].shape);
  for (const about of [facts, { ...facts, seat: null, call: null }]) {
    expect(shape.safeParse(payloadOf(kind, about)?.data).error?.issues ?? []).toEqual([]);
  }
});

describe("events of a call", () => {
  const participant = {
    communicationIdentifier: {
      rawId: "8:acs:res_user",
      communicationUser: { id: "8:acs:res_user" },
    },
    role: "Presenter",
  };
  const common = {
    startedBy: participant,
    serverCallId: "call-1",
    correlationId: "call-1",
    room: { id: "99000000000000001" },
    isRoomsCall: true,
    isTwoParty: false,
  };

  test("have the fields that programs know", () => {
    expect(payloadOf("call-opened")?.data).toMatchObject(common);
    expect(payloadOf("call-ended")?.data).toMatchObject({ ...common, durationOfCall: 49.728 });
    expect(payloadOf("joined")?.data).toMatchObject({ ...common, user: participant });
    expect(payloadOf("left")?.data).toMatchObject({ ...common, participantId: "seat-1" });
  });

  test("say so where nobody is known", () => {
    const call = { callId: "call-1", startedAt, endedAt: null, startedBy: null };
    const stranger = { ...seat, rawId: null };
    const data = payloadOf("joined", { ...facts, seat: stranger, call })?.data;
    expect(data).toMatchObject({ startedBy: null, user: { communicationIdentifier: null } });
    expect(payloadOf("call-ended", { ...facts, call })?.data.durationOfCall).toBeNull();
  });
});

test("an endpoint is told what it asked for, and everything when it asked for nothing", () => {
  expect(wantsEvent(["seat.added"], "seat.removed")).toBe(false);
  expect(wantsEvent(["seat.added"], "seat.added")).toBe(true);
  expect(wantsEvent([], "CallStarted")).toBe(true);
});

test("a test event names its endpoint and nothing else", () => {
  expect(JSON.parse(pingPayload("endpoint-1", at))).toEqual({
    type: "ping",
    timestamp: "2027-03-09T14:00:00.000Z",
    data: { endpointId: "endpoint-1" },
  });
});

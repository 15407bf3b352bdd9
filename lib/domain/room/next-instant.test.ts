import { expect, test } from "vitest";
import { buildRoomView, FULL_ROOM } from "@/lib/testing/room-view-builder";
import { nextInstant } from "./next-instant";

const OPENS = "2023-03-14T13:45:00.000Z";

test("whoever is early waits for their opening", () => {
  const view = buildRoomView({
    decision: { kind: "refuse", reason: "too-early", opensAt: OPENS },
  });
  expect(nextInstant(view)?.toISOString()).toBe(OPENS);
});

test("whoever may be there, or waits, waits for the end", () => {
  const closesAt = "2023-03-14T14:20:00.000Z";
  expect(nextInstant(buildRoomView())?.toISOString()).toBe(closesAt);
  const waiting = buildRoomView({ decision: { kind: "wait", reason: "in-lobby", since: null } });
  expect(nextInstant(waiting)?.toISOString()).toBe(closesAt);
});

test("whoever finds the room full waits for what time may change, if that comes before the end", () => {
  const at = (mayChangeAt: string | null) => {
    const view = buildRoomView({ decision: { ...FULL_ROOM, mayChangeAt } });
    return nextInstant(view)?.toISOString();
  };
  expect(at("2023-03-14T14:03:00.000Z")).toBe("2023-03-14T14:03:00.000Z");
  expect(at("2023-03-14T14:21:00.000Z")).toBe("2023-03-14T14:20:00.000Z");
  expect(at(null)).toBe("2023-03-14T14:20:00.000Z");
});

test("whoever has a place kept waits for its end, if that comes before the room's", () => {
  const at = (placeUntil: string) => nextInstant(buildRoomView({ me: { placeUntil } }));
  expect(at("2023-03-14T14:02:30.000Z")).toEqual(new Date("2023-03-14T14:02:30.000Z"));
  expect(at("2023-03-14T14:21:00.000Z")).toEqual(new Date("2023-03-14T14:20:00.000Z"));
});

test("nothing follows an end", () => {
  const over = buildRoomView({
    decision: { kind: "refuse", reason: "too-late", closedAt: OPENS, wasAdmitted: false },
  });
  expect(nextInstant(over)).toBeNull();
  const closed = buildRoomView({
    serverNow: "2023-03-14T14:20:00.000Z",
    decision: { kind: "refuse", reason: "not-invited" },
  });
  expect(nextInstant(closed)).toBeNull();
  const unknown = buildRoomView({
    room: null,
    me: null,
    decision: { kind: "refuse", reason: "room-not-found" },
  });
  expect(nextInstant(unknown)).toBeNull();
});

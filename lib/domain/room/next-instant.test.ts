import { expect, test } from "vitest";
import { buildRoomView } from "@/lib/testing/room-view-builder";
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

import { expect, test } from "vitest";
import { roomState } from "./room-state";

const NOW = new Date("2026-03-14T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const room = (opens: number, closes: number, changes: object = {}) => ({
  window: { opensAt: at(opens), closesAt: at(closes) },
  cancelledAt: null,
  movedToId: null,
  endedAt: null,
  ...changes,
});

test.each([
  ["coming", room(1, 2)],
  ["open", room(0, 1)],
  ["over", room(-1, 0)],
  ["ended", room(-1, 1, { endedAt: at(0) })],
  ["over", room(-2, -1, { endedAt: at(-1) })],
  ["moved", room(-2, -1, { movedToId: "another" })],
  ["cancelled", room(1, 2, { cancelledAt: at(0) })],
] as const)("%s", (state, facts) => expect(roomState(facts, NOW)).toBe(state));

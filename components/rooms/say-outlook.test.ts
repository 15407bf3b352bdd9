import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/room/decision";
import { FULL_ROOM } from "@/lib/testing/room-view-builder";
import { lacksLink, outlookTone, sayOutlook } from "./say-outlook";

const NOW = new Date("2026-03-14T12:00:00Z");
const READER = { language: "en", timeZone: "Europe/Berlin" };
const EARLY: Decision = {
  kind: "refuse",
  reason: "too-early",
  opensAt: new Date("2026-03-14T12:45:00Z"),
};
const CANCELLED: Decision = { kind: "refuse", reason: "cancelled", at: NOW, why: null };

const outlook = (changes: { isLockedOut?: boolean; isInside?: boolean; decision?: Decision }) => ({
  ...{ decision: EARLY, isInside: false, waitsInLobby: true },
  ...changes,
});

describe("somebody whose links are all switched off", () => {
  test("is not told to come at a time, and that is trouble", () => {
    const locked = outlook({ isLockedOut: true });
    expect(sayOutlook(locked, READER, NOW)).toBe("can't come in: has no link that works");
    expect(outlookTone(locked)).toBe("stop");
  });

  test("has other troubles once it is called off, and none while in the call", () => {
    expect(lacksLink(outlook({ isLockedOut: true, decision: CANCELLED }))).toBe(false);
    expect(lacksLink(outlook({ isLockedOut: true, isInside: true }))).toBe(false);
  });
});

test("somebody in line reads which place is theirs, whoever is not that there is none", () => {
  const full = (ahead: number, since: Date | null) =>
    outlook({ decision: { ...FULL_ROOM, ahead, since } });
  expect(sayOutlook(full(2, NOW), READER, NOW)).toBe("waits for a place, 3rd in line");
  expect(sayOutlook(full(2, null), READER, NOW)).toBe("has to wait: every place is taken");
});

test("somebody who has a link reads from when on", () => {
  const said = sayOutlook(outlook({}), READER, NOW);
  expect(said).toBe("can come at 13:45, then waits to be let in");
});

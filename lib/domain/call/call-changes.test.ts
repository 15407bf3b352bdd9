import { describe, expect, it } from "vitest";
import { compareArrivals } from "./arrivals";
import { ownChanges } from "./own-changes";
import { RECONNECT_FOR_MS, reconnectDelay } from "./reconnect-delay";
import { isWarningDue, timeLeft } from "./time-left";

const closesAt = new Date("2026-11-24T10:00:00Z");
const before = (seconds: number) => new Date(closesAt.getTime() - seconds * 1000);

describe("the time left", () => {
  it.each([
    [3600, 60, "calm"],
    [301, 6, "calm"],
    [300, 5, "soon"],
    [61, 2, "soon"],
    [60, 1, "last"],
    [1, 1, "last"],
    [0, 0, "over"],
    [-5, 0, "over"],
  ] as const)("%i seconds before the end is %i minutes, %s", (seconds, minutes, phase) => {
    expect(timeLeft(closesAt, before(seconds))).toEqual({ minutes, phase });
  });

  it("warns when it gets near, and not when it gets longer", () => {
    expect(isWarningDue("calm", "soon")).toBe(true);
    expect(isWarningDue("soon", "last")).toBe(true);
    expect(isWarningDue("soon", "soon")).toBe(false);
    expect(isWarningDue("last", "calm")).toBe(false);
  });
});

describe("what was changed for somebody", () => {
  it("names the role first, then what was taken and given", () => {
    const changes = ownChanges(
      { role: "collaborator", withheld: ["screen"] },
      { role: "attendee", withheld: ["microphone"] },
    );
    expect(changes).toEqual([
      { kind: "role-changed", role: "attendee" },
      { kind: "source-withheld", source: "microphone" },
      { kind: "source-allowed", source: "screen" },
    ]);
  });

  it("is nothing when nothing changed", () => {
    const rights = { role: "attendee", withheld: ["camera"] } as const;
    expect(ownChanges(rights, rights)).toEqual([]);
  });
});

describe("who came and went", () => {
  it("compares by seat, so that a new name is nobody new", () => {
    const samuel = { seatId: "1", name: "Samuel" };
    const ana = { seatId: "2", name: "Ana" };
    expect(compareArrivals([samuel], [{ ...samuel, name: "Sam" }, ana])).toEqual({
      came: [ana],
      went: [],
    });
    expect(compareArrivals([samuel, ana], [])).toEqual({ came: [], went: [samuel, ana] });
  });
});

describe("the wait before the next try", () => {
  it("grows up to a limit and is spread", () => {
    expect(reconnectDelay(0, 0, 0.5)).toBe(300);
    expect(reconnectDelay(0, 0, 0)).toBe(150);
    expect(reconnectDelay(3, 0, 0.5)).toBe(2400);
    expect(reconnectDelay(500, 0, 0.5)).toBe(3000);
  });

  it("ends after two and a half minutes", () => {
    expect(reconnectDelay(3, RECONNECT_FOR_MS - 1, 0)).not.toBeNull();
    expect(reconnectDelay(3, RECONNECT_FOR_MS, 0)).toBeNull();
  });
});

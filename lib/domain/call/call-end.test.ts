import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/domain/room/decision";
import type { Wire } from "@/lib/domain/room/room-view";
import { endOf } from "./call-end";

const at = "2026-11-24T09:00:00.000Z";

const removal = { at, byRole: null, reason: null, fromCall: true, askedToReturnAt: null };

const cases: [Wire<Decision>, ReturnType<typeof endOf>][] = [
  [
    { kind: "refuse", reason: "removed", removal, mayAskToReturn: true, overSince: null },
    "removed",
  ],
  [{ kind: "refuse", reason: "ended", endedAt: at }, "ended"],
  [{ kind: "refuse", reason: "too-late", closedAt: at, wasAdmitted: true }, "window-over"],
  [{ kind: "refuse", reason: "cancelled", at, why: null }, "decided"],
  [{ kind: "wait", reason: "elsewhere" }, "elsewhere"],
  [{ kind: "wait", reason: "in-lobby", since: at }, "decided"],
];

describe("what a decision means for somebody inside", () => {
  it.each(cases)("%o ends the call as %s", (decision, reason) => {
    expect(endOf(decision)).toBe(reason);
  });

  it("lets those stay who are admitted", () => {
    const grant = {
      microphone: true,
      camera: true,
      screen: false,
      data: true,
      seeAndHear: true,
      hidden: false,
    };
    expect(endOf({ kind: "admit", grant, until: at })).toBeNull();
  });
});

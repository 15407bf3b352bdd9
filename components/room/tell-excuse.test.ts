import { describe, expect, test } from "vitest";
import { buildRoomView } from "@/lib/testing/room-view-builder";
import { words } from "@/lib/words/words";
import { nextStep } from "./next-step";
import { tellExcuse } from "./tell-excuse";

const now = new Date("2023-03-14T10:47:00Z");
const reader = { language: "en-GB", timeZone: "Europe/London" };
const teller = {
  say: words("room"),
  reader,
  now,
  wantsIn: false,
  wasInside: false,
  hasStopped: false,
};
const facts = { end: null, wantsIn: false, wasInside: false, isTested: true, now };
const at = "2023-03-14T10:40:00.000Z";
const early = { kind: "refuse", reason: "too-early", opensAt: at } as const;

describe("whoever said that they can't come", () => {
  test("reads what became of it once nothing is left to come to", () => {
    const decision = { kind: "refuse", reason: "cancelled", at, why: null } as const;
    const view = buildRoomView({ decision, me: { excuse: { at, reason: null } } });
    expect(tellExcuse(view, teller)).toBeNull();
    expect(nextStep(view, facts)).toEqual({ does: "nothing" });
  });

  test.each([
    ["before it opens", { decision: early }],
    ["while it is open", {}],
  ])("reads who sees it, and can take it back, %s", (_when, changes) => {
    const excuse = { at, reason: "My train was cancelled." };
    const view = buildRoomView({ ...changes, me: { excuse } });
    expect(tellExcuse(view, teller)?.lines).toEqual([
      "Dr Amara Okafor sees it.",
      "Your reason: My train was cancelled.",
      "Your place stays yours. If you can come after all, say so here.",
    ]);
    expect(nextStep(view, facts)).toEqual({ does: "take-back-excuse" });
  });

  test("reads of somebody where nobody who leads is named", () => {
    const view = buildRoomView({ room: { hosts: [] }, me: { excuse: { at, reason: null } } });
    expect(tellExcuse(view, teller)?.lines[0]).toBe("The clinician sees it.");
  });
});

test("nobody else reads of it", () => {
  expect(tellExcuse(buildRoomView(), teller)).toBeNull();
});

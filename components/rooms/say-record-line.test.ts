import { expect, test } from "vitest";
import { ROLES } from "@/lib/domain/room/role";
import { sayRecordLine } from "./say-record-line";

const NAMES = new Map([
  ["seat:host", "Nadia Haddad"],
  ["seat:guest", "Elsa Lindqvist"],
]);

test("a change of role says to what", () => {
  const change = (to: (typeof ROLES)[number]) => {
    const facts = { seatId: "guest", from: "consumer" as const, to };
    return sayRecordLine({ actor: "seat:host", kind: "role-changed", facts }, NAMES);
  };
  expect(ROLES.map(change)).toEqual([
    "Nadia Haddad changed what Elsa Lindqvist may do: lead.",
    "Nadia Haddad changed what Elsa Lindqvist may do: speak and share the screen.",
    "Nadia Haddad changed what Elsa Lindqvist may do: speak.",
    "Nadia Haddad changed what Elsa Lindqvist may do: watch and listen.",
  ]);
});

test("a removal says its reason, or that none was given", () => {
  const removal = (reason: string | null) => {
    const facts = { seatId: "guest", fromCall: true, reason };
    return sayRecordLine({ actor: "seat:host", kind: "seat-removed", facts }, NAMES);
  };
  expect(removal("Noise")).toContain("The reason given: “Noise”");
  expect(removal(null)).toContain("No reason was given.");
});

test("who is not known by name is staff or a program, or no longer listed", () => {
  const facts = { seatId: "gone" };
  const by = (actor: string) => sayRecordLine({ actor, kind: "admitted", facts }, NAMES);
  expect(by("member:gone")).toBe("Staff let Somebody who is no longer listed in.");
  expect(by("key:gone")).toBe("A program let Somebody who is no longer listed in.");
  expect(by("system")).toBe("Rostrum let Somebody who is no longer listed in.");
});

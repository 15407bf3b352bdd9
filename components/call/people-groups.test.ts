import { expect, test } from "vitest";
import type { PersonView } from "@/lib/domain/room/room-view";
import type { Role } from "@/lib/domain/room/role";
import { buildRoomView } from "@/lib/testing/room-view-builder";
import { groupPeople } from "./people-groups";

const SINCE = "2023-03-14T14:01:00.000Z";

function person(name: string, isInside: boolean, role: Role = "attendee"): PersonView {
  const rest = { isInside, isExcused: false, onTwoDevices: false } as const;
  return { seatId: name, name, role, capacity: "patient", ...rest };
}

const waits = (name: string) => ({
  ...({ seatId: name, name, capacity: "patient", birthYear: null } as const),
  ...{ waitingSince: SINCE, onTwoDevices: false },
});

const gone = (name: string, askedAt: string | null) => ({
  ...{ seatId: name, name, removedAt: SINCE, askedAt },
});

const view = buildRoomView({
  people: [
    person("Guest 10", true),
    person("Guest 2", true),
    person("Aisha", true, "consumer"),
    person("Ines", true, "presenter"),
    person("Zoë Quist", false),
    person("Ada", false),
    person("Bo", false),
  ],
  lobby: [waits("Bo")],
  removed: [gone("Guest 7", SINCE), gone("Eve", null)],
});

function namesIn(inCall: string[], search = "") {
  const groups = Object.entries(groupPeople(view, new Set(inCall), search));
  return Object.fromEntries(groups.map(([group, all]) => [group, all.map(({ name }) => name)]));
}

test("each stands in one group, by part and name; who waits or was taken out keeps their turn", () => {
  expect(namesIn(["Ada"])).toEqual({
    waiting: ["Bo"],
    asking: ["Guest 7"],
    inside: ["Ines", "Ada", "Guest 2", "Guest 10", "Aisha"],
    absent: ["Zoë Quist"],
    removed: ["Eve"],
  });
});

test("a search finds a part of a name in every group, and nobody else", () => {
  const nobody = { waiting: [], asking: [], inside: [], absent: [], removed: [] };
  expect(namesIn([], "nobody")).toEqual(nobody);
  expect(namesIn([], "zoe q")).toEqual({ ...nobody, absent: ["Zoë Quist"] });
  const guests = { inside: ["Guest 2", "Guest 10"], asking: ["Guest 7"] };
  expect(namesIn([], "GUEST")).toEqual({ ...nobody, ...guests });
});

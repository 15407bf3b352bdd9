import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/domain/room/role";
import { capabilitiesOf, changedCapabilities, type CapabilityName } from "./capabilities";

const capable = (role: Role) =>
  Object.entries(capabilitiesOf(role, []))
    .filter(([, { isPresent }]) => isPresent)
    .map(([name]) => name)
    .sort();

test.each<[Role, CapabilityName[]]>([
  ["consumer", ["viewAttendeeNames"]],
  ["attendee", ["turnVideoOn", "unmuteMic", "viewAttendeeNames"]],
  ["collaborator", ["shareScreen", "turnVideoOn", "unmuteMic", "viewAttendeeNames"]],
  [
    "presenter",
    [
      ...(["hangUpForEveryOne", "muteOthers", "removeParticipant", "shareScreen"] as const),
      ...(["turnVideoOn", "unmuteMic", "viewAttendeeNames"] as const),
    ],
  ],
])("a %s is capable of what ACS's role table says", (role, names) =>
  expect(capable(role)).toEqual(names),
);

describe("what is missing says why", () => {
  test("a role that does not have it", () =>
    expect(capabilitiesOf("attendee", []).shareScreen).toEqual({
      isPresent: false,
      reason: "RoleRestricted",
    }));

  test("a source that was withheld from this seat", () =>
    expect(capabilitiesOf("attendee", ["microphone"]).unmuteMic).toEqual({
      isPresent: false,
      reason: "MeetingRestricted",
    }));

  test("a role that is not known yet", () =>
    expect(capabilitiesOf(null, []).turnVideoOn.reason).toBe("NotInitialized"));

  test("what nobody has here, whatever their role", () => {
    for (const role of ROLES) {
      expect(capabilitiesOf(role, []).pstnDialOut.reason).toBe("FeatureNotSupported");
      expect(capabilitiesOf(role, []).addTeamsUser.reason).toBe(
        "CapabilityNotApplicableForTheCallType",
      );
    }
  });
});

test("a change names exactly what is different, as it was and as it is", () => {
  const [attendee, collaborator] = [
    capabilitiesOf("attendee", []),
    capabilitiesOf("collaborator", []),
  ];
  expect(changedCapabilities(attendee, attendee)).toBeNull();
  expect(changedCapabilities(attendee, collaborator)).toEqual({
    oldValue: { shareScreen: { isPresent: false, reason: "RoleRestricted" } },
    newValue: { shareScreen: { isPresent: true, reason: "Capable" } },
  });
});

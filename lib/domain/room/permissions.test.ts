import { describe, expect, test } from "vitest";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { can, PERMISSIONS, rolesThat, type Action } from "./permissions";
import { ROLES } from "./role";

const ACTIONS = Object.keys(PERMISSIONS) as Action[];

test("trust never grows down the list of roles", () => {
  for (const action of ACTIONS) {
    const allowed = ROLES.map((role) => can(role, action));
    expect(allowed, action).toEqual([...allowed].sort((a, b) => Number(b) - Number(a)));
  }
});

// Azure Communication Services' published table, written a second time on purpose: as the contract.
// prettier-ignore
const ACS: [Action, presenter: boolean, collaborator: boolean, attendee: boolean, consumer: boolean][] = [
  ["seeAndHear",     true, true,  true,  true],
  ["useCamera",      true, true,  true,  false],
  ["useMicrophone",  true, true,  true,  false],
  ["shareScreen",    true, true,  false, false],
  ["muteOthers",     true, false, false, false],
  ["removeOthers",   true, false, false, false],
  ["bringIn",        true, false, false, false],
  ["endForEveryone", true, false, false, false],
  ["readCaptions",   true, true,  true,  true],
  ["seeWhoIsMuted",  true, true,  true,  true],
];

test.each(ACS)("%s is as in ACS", (action, ...expected) => {
  expect(ROLES.map((role) => can(role, action))).toEqual(expected);
});

test("the roles that may do something are those whose cell says yes", () => {
  expect(rolesThat("admitFromLobby")).toEqual(["presenter"]);
  expect(rolesThat("shareScreen")).toEqual(["presenter", "collaborator"]);
});

describe("a grant", () => {
  test("asks the matrix for each source", () => {
    expect(mediaGrantFor("attendee", "visit", [])).toEqual({
      microphone: true,
      camera: true,
      screen: false,
      data: true,
      seeAndHear: true,
      hidden: false,
    });
  });

  test("hides a webinar's audience and nobody else", () => {
    const hidden = ROLES.filter((role) => mediaGrantFor(role, "webinar", []).hidden);
    expect(hidden).toEqual(["consumer"]);
    expect(mediaGrantFor("consumer", "visit", []).hidden).toBe(false);
  });

  test("leaves out what is withheld from the seat", () => {
    const grant = mediaGrantFor("presenter", "visit", ["microphone", "screen"]);
    expect(grant).toMatchObject({ microphone: false, camera: true, screen: false });
  });
});

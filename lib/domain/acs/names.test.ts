import { describe, expect, test } from "vitest";
import { ROLES } from "@/lib/domain/room/role";
import { findRoomIdProblem } from "./acs-room-id";
import { readRoomsVersion, ROOMS_VERSIONS } from "./api-version";
import { parseRawId, toRawId } from "./raw-id";
import { readRoleName, roleName } from "./role-name";

const RESOURCE = "0f0b1a5c-6c2f-4a8e-9d5e-2b7f6a1c3d4e";
const USER = "00000013-22e9-5bfe-07fd-084822008f96";

describe("a raw id", () => {
  test.each([
    "",
    "mri",
    `8:acs:${RESOURCE}`,
    `8:acs:${RESOURCE}_`,
    `8:acs:${RESOURCE}_${USER}_${USER}`,
    `8:acs:${RESOURCE}_${USER} `,
    `8:orgid:${USER}`,
    `28:${USER}`,
    "4:+4930123456",
    `acs:${RESOURCE}_${USER}`,
    `8:ACS:${RESOURCE}_${USER}`,
  ])("is not %j", (text) => {
    expect(parseRawId(text)).toBeNull();
  });

  test("names its resource and its user", () => {
    const parts = { resourceId: RESOURCE, userId: USER };
    expect(parseRawId(`8:acs:${RESOURCE}_${USER}`)).toEqual(parts);
    expect(parseRawId(`8:gcch-acs:${RESOURCE.toUpperCase()}_${USER}`)).toEqual(parts);
    expect(parseRawId(toRawId(parts))).toEqual(parts);
  });
});

test("the id of a room is a number of a certain length", () => {
  expect(findRoomIdProblem("invalid_id")).toBe("not-digits");
  expect(findRoomIdProblem("")).toBe("not-digits");
  expect(findRoomIdProblem("٩٩٢٠٠٧٠٩٦٧٢٥٢٣٦٠٩")).toBe("not-digits");
  expect(findRoomIdProblem("123")).toBe("wrong-length");
  expect(findRoomIdProblem("9".repeat(20))).toBe("wrong-length");
  expect(findRoomIdProblem("99200709672523609")).toBeNull();
});

describe("a version", () => {
  test.each(["", "2019-01-01", "2022-02-01", "2025-03-13 ", "toString", "ApiVersion.V2025_03_13"])(
    "is not %j",
    (text) => {
      expect(readRoomsVersion(text, false)).toBeNull();
    },
  );

  test("may come by its name in Python's enum, on a following page alone", () => {
    const newest = ROOMS_VERSIONS["2025-03-13"];
    expect(readRoomsVersion("2025-03-13", false)).toBe(newest);
    expect(readRoomsVersion("2025-03-13", true)).toBe(newest);
    expect(readRoomsVersion("ApiVersion.V2025_03_13", true)).toBe(newest);
    expect(readRoomsVersion("ApiVersion.V2023_10_30_PREVIEW", true)).toBe(
      ROOMS_VERSIONS["2023-10-30-preview"],
    );
    expect(readRoomsVersion("ApiVersion.V2019_01_01", true)).toBeNull();
  });
});

describe.each(Object.entries(ROOMS_VERSIONS))("in version %s", (_name, version) => {
  test("each role that has a name is read by it, to the letter", () => {
    for (const role of ROLES) {
      const known = role !== "collaborator" || version.hasCollaborator;
      const name = roleName(role, version);
      expect(readRoleName(name, version)).toBe(known ? role : "attendee");
      expect(readRoleName(name.toLowerCase(), version)).toBeNull();
    }
    expect(readRoleName("Organizer", version)).toBeNull();
    expect(readRoleName("__proto__", version)).toBeNull();
  });

  test("a Collaborator can be made only where it has a name", () => {
    const role = readRoleName("Collaborator", version);
    expect(role).toBe(version.hasCollaborator ? "collaborator" : null);
  });
});

import { expect, test } from "vitest";
import { readMovingRoom, readMovingRoster } from "./moving-room";

const GIVEN = {
  id: "99187344061523004",
  createdAt: "2026-01-04T13:46:26.4706871+00:00",
  validFrom: "2026-01-04T14:00:00+00:00",
  validUntil: "2026-01-04T15:00:00.5Z",
  pstnDialOutEnabled: true,
};

test.each([
  ["unreadable", null],
  ["unreadable", { ...GIVEN, validUntil: "tomorrow" }],
  ["id-not-of-acs", { ...GIVEN, id: "a-room" }],
  ["id-not-of-acs", { ...GIVEN, id: "123" }],
  ["window-ends-before-it-begins", { ...GIVEN, validUntil: GIVEN.validFrom }],
  ["window-longer-than-180-days", { ...GIVEN, validUntil: "2026-07-03T14:00:00.001Z" }],
])("a room is not moved when it is %s", (why, given) =>
  expect(readMovingRoom(given)).toEqual({ why }),
);

test("a room keeps its id, its flag and its times to the last digit", () =>
  expect(readMovingRoom(GIVEN)).toMatchObject({
    room: {
      acsId: GIVEN.id,
      createdAt: { text: "2026-01-04T13:46:26.4706871" },
      times: { validUntil: { text: "2026-01-04T15:00:00.5" } },
      pstnDialOutEnabled: true,
      access: "invited",
    },
  }));

test("a window of 180 days to the millisecond is moved", () =>
  expect(readMovingRoom({ ...GIVEN, validUntil: "2026-07-03T14:00:00Z" })).toHaveProperty("room"));

test("a room that is open there is open here; any other policy lets nobody else in", () => {
  const accessOf = (roomJoinPolicy: string | null) => readMovingRoom({ ...GIVEN, roomJoinPolicy });
  expect(accessOf("CommunicationServiceUsers")).toMatchObject({ room: { access: "open" } });
  for (const policy of ["InviteOnly", "Everybody", null]) {
    expect(accessOf(policy)).toMatchObject({ room: { access: "invited" } });
  }
});

const USER = "8:acs:17d3d8a1-7a21-4e26-ad0c-1e2a5f6b7c8d_00000013-22e9-5bfe-07fd-084822008f96";

test("a roster keeps raw ids and roles, and counts what is no ACS user", () => {
  const lines = [
    { rawId: USER, role: "Collaborator" },
    { rawId: USER.replace(/6$/, "7"), role: "Magician" },
    { rawId: "4:+15550100", role: "Attendee" },
    { rawId: "8:orgid:17d3d8a1-7a21-4e26-ad0c-1e2a5f6b7c8d", role: "Presenter" },
    "nonsense",
  ];
  const { seats, leftOut } = readMovingRoster(lines);
  expect([...seats.values()]).toEqual(["collaborator", "attendee"]);
  expect(leftOut).toBe(3);
});

import { beforeEach, expect, test } from "vitest";
import { insertAcsResource } from "@/lib/data/acs-resources";
import { findAcsRoom } from "@/lib/data/acs-rooms";
import { database } from "@/lib/data/client";
import { toInstant } from "@/lib/domain/acs/instant";
import type { MovingRoom } from "@/lib/domain/acs/moving-room";
import { toRawId } from "@/lib/domain/acs/raw-id";
import { SCOPES, type Scope } from "@/lib/domain/program/scope";
import type { Role } from "@/lib/domain/room/role";
import { buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { isMovedIn, moveRoomIn, type MovingContext } from "./move-room-in";

useDatabase();

const OLD = "17d3d8a1-7a21-4e26-ad0c-1e2a5f6b7c8d";
const ADA = toRawId({ resourceId: OLD, userId: "00000013-22e9-5bfe-07fd-084822008f96" });
const ROSTER = new Map<string, Role>([[ADA, "presenter"]]);

let organizationId: string;
let resourceId: string;
let nth = 0;

beforeEach(async () => {
  organizationId = (await buildOrganization()).id;
  resourceId = (await insertAcsResource(database(), organizationId, "Portal")).id;
});

function ctx(scopes: readonly Scope[] = SCOPES): MovingContext {
  const actor = { kind: "program", keyId: resourceId, organizationId, resourceId, scopes } as const;
  return { actor, now: new Date() };
}

function movingRoom(): MovingRoom {
  const [validFrom, validUntil] = ["2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z"];
  return {
    acsId: `9918734406152${String((nth += 1)).padStart(4, "0")}`,
    createdAt: toInstant(new Date("2026-01-04T13:46:26Z")),
    times: {
      validFrom: toInstant(new Date(validFrom)),
      validUntil: toInstant(new Date(validUntil)),
    },
    pstnDialOutEnabled: false,
    access: "invited",
  };
}

test("a program without the right to change rooms moves nothing in", async () => {
  const room = movingRoom();
  const attempt = moveRoomIn(ctx(["rooms:read"]), room, ROSTER, "Room");
  await expect(attempt).rejects.toMatchObject({ code: "scope-missing" });
  expect(await isMovedIn(ctx(), room.acsId)).toBe(false);
});

test("an id that this organization has is not given out twice", async () => {
  const { acsId } = await buildRoom(organizationId);
  expect(await moveRoomIn(ctx(), { ...movingRoom(), acsId }, ROSTER, "Room")).toBe(false);
  expect(await database().room.count({ where: { organizationId } })).toBe(1);
  expect(await database().acsUser.count({ where: { organizationId } })).toBe(0);
});

test("of two runs that bring the same room at once, one does", async () => {
  const room = movingRoom();
  const bring = () => moveRoomIn(ctx(), room, ROSTER, "Room");
  const outcomes = await Promise.all([bring(), bring(), bring()]);
  expect(outcomes.sort()).toEqual([false, false, true]);
  expect(await database().room.count({ where: { organizationId } })).toBe(1);
  expect(await database().seat.count({ where: { organizationId } })).toBe(1);
});

test("a room keeps its age to the microsecond, and that anybody may join it", async () => {
  const createdAt = {
    text: "2026-01-04T13:46:26.470687",
    at: new Date("2026-01-04T13:46:26.470Z"),
  };
  const room: MovingRoom = { ...movingRoom(), createdAt, access: "open" };
  await moveRoomIn(ctx(), room, ROSTER, "Room");
  const scope = { organizationId, vanishedBefore: new Date(0) };
  expect(await findAcsRoom(database(), scope, room.acsId)).toMatchObject({
    createdAt,
    isOpen: true,
  });
});

test("an id that another organization has too leads each to its own room", async () => {
  const theirs = await buildRoom((await buildOrganization()).id);
  expect(await isMovedIn(ctx(), theirs.acsId)).toBe(false);
  await moveRoomIn(ctx(), { ...movingRoom(), acsId: theirs.acsId }, ROSTER, "Room");
  const kept = await database().room.findUniqueOrThrow({ where: { id: theirs.id } });
  expect(kept).toMatchObject({ title: theirs.title, createdAt: theirs.createdAt });
  const onTheWire = (of: string) =>
    findAcsRoom(database(), { organizationId: of, vanishedBefore: new Date(0) }, theirs.acsId);
  expect((await onTheWire(theirs.organizationId))?.id).toBe(theirs.id);
  expect((await onTheWire(organizationId))?.createdAt).toEqual(movingRoom().createdAt);
});

test("a room comes with its id, its age and its people, of whom tokens can be had", async () => {
  const room = movingRoom();
  await moveRoomIn(ctx(), room, ROSTER, "Room");
  expect(await isMovedIn(ctx(), room.acsId)).toBe(true);
  const made = await database().room.findFirstOrThrow({
    where: { organizationId, acsId: room.acsId },
    include: { seats: true },
  });
  expect(made).toMatchObject({
    ...{ organizationId, kind: "meeting", access: "invited", title: `Room ${room.acsId}` },
    ...{ createdAt: room.createdAt.at, seats: [{ role: "presenter", capacity: "host" }] },
  });
  const user = await database().acsUser.findFirst({ where: { organizationId, rawId: ADA } });
  expect(user).toMatchObject({ origin: "import", resourceId });
});

import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { MAX_FIRST_SEATS } from "@/lib/domain/roster/first-seat";
import { askEndpoint, buildApiWorld, endpointOf } from "@/lib/testing/api-builder";
import { buildOrganization, buildPerson } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";

useDatabase();

let world: Awaited<ReturnType<typeof buildApiWorld>>;

beforeEach(async () => {
  world = await buildApiWorld();
});

const plan = (seats: object[], kind = "webinar") =>
  askEndpoint(
    endpointOf("createRoom"),
    world.secret,
    {},
    {
      body: {
        ...{ kind, title: "Rounds", leaderId: world.ownerId, timeZone: "Europe/Berlin", seats },
        opensAt: "2030-03-14T14:00:00+01:00",
      },
    },
  );

const named = (nth: number, capacity = "audience") => ({
  person: { name: `Person ${nth}`, email: `p${nth}@example.org`, timeZone: "Europe/Berlin" },
  capacity,
});

const roomCount = () =>
  database().room.count({ where: { organizationId: world.room.organizationId } });

test("a roster with a line that is wrong makes no room, and says which line", async () => {
  const before = await roomCount();
  const stranger = await buildPerson((await buildOrganization()).id);
  const cases: [object[], string, string][] = [
    [[named(1), named(2, "patient")], "#/seats/1/capacity", "not-offered"],
    [
      [named(1), { personId: stranger.id, capacity: "audience" }],
      "#/seats/1/personId",
      "not-offered",
    ],
    [[named(1), named(1)], "#/seats/1", "already-on-roster"],
    [[{ ...named(1), role: "presenter" }], "#/seats/0/role", "not-known-here"],
    [
      Array.from({ length: MAX_FIRST_SEATS + 1 }, (_, nth) => named(nth)),
      "#/seats",
      "too-many-people",
    ],
  ];
  for (const [seats, pointer, code] of cases) {
    const { status, body } = await plan(seats);
    expect([status, body]).toMatchObject([422, { errors: [{ pointer, code }] }]);
  }
  expect(await roomCount()).toBe(before);
});

test("a whole roster of as many as may be stands with its room", async () => {
  const seats = Array.from({ length: MAX_FIRST_SEATS }, (_, nth) => named(nth));
  const { status, body } = await plan(seats);
  expect(status).toBe(201);
  const { id: roomId } = body as { id: string };
  const seated = await database().seat.groupBy({ by: ["role"], where: { roomId }, _count: true });
  expect(seated).toEqual(
    expect.arrayContaining([
      { role: "consumer", _count: MAX_FIRST_SEATS },
      { role: "presenter", _count: 1 },
    ]),
  );
});

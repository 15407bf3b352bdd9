import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { askEndpoint, buildApiWorld, buildKey, endpointOf } from "@/lib/testing/api-builder";
import { useDatabase } from "@/lib/testing/database";

useDatabase();

const DAY_MS = 86_400_000;
const PERSON = { name: "Noor Haddad", email: "noor@example.org", timeZone: "Europe/Berlin" };

let world: Awaited<ReturnType<typeof buildApiWorld>>;

beforeEach(async () => {
  world = await buildApiWorld();
});

const room = () => ({
  ...{ kind: "meeting", title: "Rounds", timeZone: "Europe/Berlin", leaderId: world.ownerId },
  opensAt: "2030-03-14T14:00:00+01:00",
});

const plan = (key: string, body: object = room(), more: { secret?: string; now?: Date } = {}) =>
  askEndpoint(
    endpointOf("createRoom"),
    more.secret ?? world.secret,
    {},
    {
      ...{ body, headers: { "idempotency-key": key } },
      ...(more.now && { now: more.now }),
    },
  );

const roomCount = () =>
  database().room.count({ where: { organizationId: world.room.organizationId } });

describe("a repeated request", () => {
  test("gets the same answer to the letter, and nothing is done twice", async () => {
    const before = await roomCount();
    const first = await plan("once");
    const again = await plan("once");
    expect(first.status).toBe(201);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect([first.announced.length, again.announced]).toEqual([1, []]);
    expect(await roomCount()).toBe(before + 1);
  });

  test("is told apart from another one under its key", async () => {
    await plan("once");
    const { body } = await plan("once", { ...room(), title: "Other rounds" });
    expect(body).toMatchObject({ status: 422, code: "idempotency-key-reused" });
    const elsewhere = await askEndpoint(
      endpointOf("createPerson"),
      world.secret,
      {},
      {
        ...{ body: PERSON, headers: { "idempotency-key": "once" } },
      },
    );
    expect(elsewhere.body).toMatchObject({ code: "idempotency-key-reused" });
  });

  test("means nothing to another key, also of the same organization", async () => {
    const { secret } = await buildKey(world.room.organizationId);
    const [one, other] = [await plan("once"), await plan("once", room(), { secret })];
    expect(other.status).toBe(201);
    expect(other.text).not.toBe(one.text);
  });

  test("does one thing and gets one answer when it comes several times at once", async () => {
    const before = await roomCount();
    const answers = await Promise.all(Array.from({ length: 6 }, () => plan("race")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.flatMap(({ announced }) => announced)).toHaveLength(1);
    expect(await roomCount()).toBe(before + 1);
  });

  test("is new again after a day", async () => {
    const first = await plan("once");
    const now = new Date(Date.now() + DAY_MS + 1000);
    expect((await plan("once", room(), { now })).text).not.toBe(first.text);
  });

  test("is tried anew when the first one failed", async () => {
    const failed = await plan("once", { ...room(), opensAt: "2020-03-14T14:00:00+01:00" });
    expect(failed.status).toBe(422);
    expect((await plan("once")).status).toBe(201);
  });

  test("moves a room once, although the room has moved by then", async () => {
    const body = {
      opensAt: "2030-03-15T09:00:00+01:00",
      closesAt: "2030-03-15T09:20:00+01:00",
      timeZone: "Europe/Berlin",
    };
    const move = () =>
      askEndpoint(
        endpointOf("moveRoom"),
        world.secret,
        { roomId: world.coming.id },
        {
          ...{ body, headers: { "idempotency-key": "move", "if-match": '"1"' } },
        },
      );
    const answers = await Promise.all([move(), move(), move()]);
    const texts = new Set(
      [...answers, await move()].map(({ status, text }) => `${status} ${text}`),
    );
    expect(texts.size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });
});

describe("an Idempotency-Key", () => {
  test.each(["", " ", "x".repeat(256), "zoë", '"unfinished', '"a"b"'])(
    "%j is refused",
    async (key) => {
      const { body } = await plan(key);
      expect(body).toMatchObject({ status: 400, code: "idempotency-key-unreadable" });
    },
  );

  test("is the same with the quotes that the draft asks for and without", async () => {
    const [bare, quoted] = [await plan("quoted-1"), await plan('"quoted-1"')];
    expect(quoted.text).toBe(bare.text);
  });
});

test("nothing is kept of a request whose answer could not be: change and answer stand together", async () => {
  const before = await roomCount();
  await database().$executeRawUnsafe(
    `ALTER TABLE replays ADD CONSTRAINT no_more CHECK (key <> 'crash') NOT VALID`,
  );
  const { status, announced } = await plan("crash");
  expect([status, announced]).toEqual([500, []]);
  expect(await roomCount()).toBe(before);
  await database().$executeRawUnsafe("ALTER TABLE replays DROP CONSTRAINT no_more");
  expect((await plan("crash")).status).toBe(201);
});

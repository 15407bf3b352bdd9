import { expect, test } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { tidyUp } from "./tidy-up";

useDatabase();

const GRACE_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

test("rooms that programs made alone go when their grace is over; what anybody else touched or made stays", async () => {
  const world = await buildAcsWorld();
  const make = async () => {
    const body = { participants: { [world.someone()]: {} } };
    const { json } = await world.rooms("POST", "", body);
    return database().room.findFirstOrThrow({ where: { acsId: json.id } });
  };
  const [alone, ...touched] = [await make(), await make(), await make()];
  const ours = await buildRoom(world.organizationId);
  const others = ["member:somebody", "key:of-our-own-api"] as const;
  for (const [index, actor] of others.entries()) {
    const roomId = touched[index]?.id ?? "";
    const facts = { fields: [] };
    await inTransaction((tx) => appendRecord(tx, roomId, new Date(), actor, "room-edited", facts));
  }
  const end = alone.closesAt.getTime() + GRACE_DAYS * DAY_MS;
  expect(await tidyUp(new Date(end - 1), GRACE_DAYS)).toEqual({ rooms: 0 });
  expect(await tidyUp(new Date(end + DAY_MS), GRACE_DAYS)).toEqual({ rooms: 1 });
  const left = await database().room.findMany({ where: { organizationId: world.organizationId } });
  expect(left.map(({ id }) => id).sort()).toEqual([...touched, ours].map(({ id }) => id).sort());
});

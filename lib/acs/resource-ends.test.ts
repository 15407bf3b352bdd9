import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { forgetAcsResources } from "@/lib/data/known-acs-resources";
import { deleteAcsResource } from "@/lib/operations/acs/delete-acs-resource";
import { tidyUp } from "@/lib/operations/acs/tidy-up";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { buildMember } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";

useDatabase();

const LIST = { method: "GET", target: "/rooms?api-version=2025-03-13" };
const FAR_FUTURE = new Date("2099-01-01T00:00:00Z");

let world: Awaited<ReturnType<typeof buildAcsWorld>>;

beforeEach(async () => {
  world = await buildAcsWorld();
});

test("a key that does not open any more opens nothing, and stands in no other's way", async () => {
  const { id, keys } = world.resource;
  const other = await buildAcsWorld();
  const sealed = await database().acsResource.findUniqueOrThrow({ where: { id } });
  const secondary = { ...LIST, key: keys.secondary };

  const primaryKey = broken(sealed.primaryKey);
  await database().acsResource.update({ where: { id }, data: { primaryKey } });
  forgetAcsResources();
  expect((await world.send(LIST)).status).toBe(401);
  expect((await world.send(secondary)).status).toBe(200);
  expect((await other.send(LIST)).status).toBe(200);

  const secondaryKey = broken(sealed.secondaryKey);
  await database().acsResource.update({ where: { id }, data: { secondaryKey } });
  forgetAcsResources();
  expect((await world.send(secondary)).status).toBe(401);
  expect((await other.send(LIST)).status).toBe(200);
});

test("a resource that is deleted opens nothing; its rooms stay with their rosters, whatever the clock says", async () => {
  const { organizationId, resource } = world;
  const { json: user } = await world.identities("POST");
  const participants = { [user.identity.id]: { role: "Presenter" } };
  const { json: room } = await world.rooms("POST", "", { participants });

  const owner = buildPlannerContext(await buildMember(organizationId, "owner"));
  await deleteAcsResource(owner, { resourceId: resource.id });
  expect((await world.send(LIST)).status).toBe(401);
  expect((await world.send({ ...LIST, key: resource.keys.secondary })).status).toBe(401);
  expect(await database().acsUser.count({ where: { resourceId: resource.id } })).toBe(0);

  expect(await tidyUp(FAR_FUTURE, 30)).toEqual({ rooms: 0 });
  const [left] = await database().room.findMany({
    where: { organizationId },
    include: { seats: true },
  });
  expect(left).toMatchObject({ acsId: room.id, seats: [{ role: "presenter", removedAt: null }] });
});

test("what a process that does not know of the deletion yet is asked to make is refused", async () => {
  await world.send(LIST);
  await database().acsResource.delete({ where: { id: world.resource.id } });
  expect((await world.rooms("POST", "", {})).status).toBe(401);
  expect((await world.identities("POST")).status).toBe(401);
});

/** The same with another last byte, as if it was sealed under another secret. */
function broken(sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const last = sealed.length - 1;
  return new Uint8Array(sealed.map((byte, index) => (index === last ? byte ^ 1 : byte)));
}

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { toRawId } from "@/lib/domain/acs/raw-id";
import { buildOrganization, buildPerson } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { insertAcsResource } from "./acs-resources";
import { findAcsUser, findOrAddPeopleOf, insertAcsUser } from "./acs-users";
import { database, inTransaction } from "./client";

useDatabase();

async function buildResource() {
  const { id: organizationId } = await buildOrganization();
  const { id: resourceId } = await insertAcsResource(database(), organizationId, "Portal");
  return { organizationId, resourceId };
}

const foreignId = () => toRawId({ resourceId: randomUUID(), userId: randomUUID() });

test("a raw id that nobody knows becomes one person, also when many ask at once", async () => {
  const resource = await buildResource();
  const rawIds = [foreignId(), foreignId()];
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => findOrAddPeopleOf(database(), resource, rawIds)),
  );
  const [first] = answers;
  expect(first?.size).toBe(2);
  for (const answer of answers) expect(answer).toEqual(first);
  const people = await database().person.findMany({
    where: { organizationId: resource.organizationId },
  });
  expect(people.map(({ name }) => name).sort()).toEqual(
    rawIds.map((id) => `Guest ${id.slice(-4)}`).sort(),
  );
  expect(people.every(({ email }) => email === null)).toBe(true);
});

test("many who ask at once for the same new ids, each in an order of its own, all get them", async () => {
  const resource = await buildResource();
  // With as many as this the planner looks each id up, in the order in which they were given.
  await findOrAddPeopleOf(database(), resource, Array.from({ length: 2_000 }, foreignId));
  await database().$executeRaw`ANALYZE acs_users, people`;
  for (let round = 0; round < 10; round += 1) {
    const rawIds = Array.from({ length: 8 }, foreignId);
    const orders = rawIds.map((_, nth) => [...rawIds.slice(nth), ...rawIds.slice(0, nth)]);
    const answers = await Promise.all(
      orders.map((order) => inTransaction((tx) => findOrAddPeopleOf(tx, resource, order))),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }
});

test("ids of rosters are no users who may hold tokens; those of the identity API are", async () => {
  const resource = await buildResource();
  const [onRoster, made] = [foreignId(), foreignId()];
  await findOrAddPeopleOf(database(), resource, [onRoster]);
  await insertAcsUser(database(), { ...resource, rawId: made }, new Date());
  expect(await findAcsUser(resource.resourceId, onRoster)).toBeNull();
  expect(await findAcsUser(resource.resourceId, made)).toMatchObject({ personId: null });
  expect(await findAcsUser((await buildResource()).resourceId, made)).toBeNull();

  const person = (await findOrAddPeopleOf(database(), resource, [made])).get(made);
  expect(await findAcsUser(resource.resourceId, made)).toMatchObject({ personId: person });
});

test("the id made of a person's own is theirs, in their organization alone", async () => {
  const resource = await buildResource();
  const person = await buildPerson(resource.organizationId);
  const stranger = await buildPerson((await buildOrganization()).id);
  const idOf = ({ id }: { id: string }) => toRawId({ resourceId: resource.resourceId, userId: id });
  const rawIds = [idOf(person), idOf(stranger)];
  const found = await findOrAddPeopleOf(database(), resource, rawIds);
  expect(found.get(idOf(person))).toBe(person.id);
  expect(found.get(idOf(stranger))).not.toBe(stranger.id);
});

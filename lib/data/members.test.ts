import { expect, test } from "vitest";
import { buildMember, buildOrganization, buildPerson } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { database } from "./client";
import { listMembershipsOf } from "./members";

useDatabase();

const addressOf = async (personId: string) =>
  (await database().person.findUniqueOrThrow({ where: { id: personId } })).email ?? "";

test("a patient is no member, although the organization knows them", async () => {
  const { email } = await buildPerson((await buildOrganization()).id);
  expect(await listMembershipsOf(email ?? "")).toEqual([]);
});

test("an address is a member of each organization whose staff it is on, in any case of letters", async () => {
  const clinic = await buildOrganization();
  const company = await buildOrganization("events");
  const stranger = await buildOrganization();
  await buildMember(stranger.id);
  const { personId } = await buildMember(clinic.id, "host");
  const email = await addressOf(personId);
  const there = await database().person.create({
    data: { organizationId: company.id, name: "A. Okafor", email, timeZone: "UTC" },
  });
  await database().member.create({
    data: { organizationId: company.id, personId: there.id, staffRole: "owner" },
  });
  const found = await listMembershipsOf(email.toUpperCase());
  expect(found.map(({ organizationId, staffRole }) => [organizationId, staffRole]).sort()).toEqual(
    [
      [clinic.id, "host"],
      [company.id, "owner"],
    ].sort(),
  );
});

test("who is taken off the staff is no member with the next question", async () => {
  const { memberId, personId } = await buildMember((await buildOrganization()).id);
  const email = await addressOf(personId);
  await database().member.delete({ where: { id: memberId } });
  expect(await listMembershipsOf(email)).toEqual([]);
});

import { expect, test } from "vitest";
import { buildOrganization, buildPerson } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { asOneTransaction, database, inTransaction, pool } from "./client";

useDatabase();

const isThere = async (id: string, db = database()) =>
  (await db.organization.count({ where: { id } })) === 1;

test("operations run as one see each other's changes before anybody else does", async () => {
  const id = await asOneTransaction(async () => {
    const organization = await inTransaction(() => buildOrganization());
    expect(await isThere(organization.id)).toBe(true);
    expect(await isThere(organization.id, pool())).toBe(false);
    return organization.id;
  });
  expect(await isThere(id, pool())).toBe(true);
});

test("operations run as one are all undone when one of them fails", async () => {
  let id = "";
  const attempt = asOneTransaction(async () => {
    ({ id } = await buildOrganization());
    await buildPerson(id);
    throw new Error("the second step fails");
  });
  await expect(attempt).rejects.toThrow("the second step fails");
  expect(await isThere(id)).toBe(false);
});

test("a transaction of its own stays one: what runs beside it doesn't join", async () => {
  const { id } = await buildOrganization();
  await inTransaction(async (tx) => {
    await tx.organization.update({ where: { id }, data: { name: "Renamed" } });
    const seen = await database().organization.findUniqueOrThrow({ where: { id } });
    expect(seen.name).not.toBe("Renamed");
  });
});

import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { buildOrganization, buildPerson, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { asOneTransaction, connections, database, inTransaction, pool } from "./client";

// The server lives in a zone of its own, as many do.
const url = new URL(env().DATABASE_URL);
url.searchParams.set("options", "-c TimeZone=Europe/Berlin");
Object.assign(env(), { DATABASE_URL: url.href });
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

test("an instant is the same to Prisma and to the driver, wherever the server lives", async () => {
  const opensAt = new Date("2026-03-28T12:30:00Z");
  const closesAt = new Date("2026-03-29T12:15:00Z");
  const { id } = await buildRoom((await buildOrganization()).id, { opensAt, closesAt });
  const text = "SELECT opens_at, closes_at FROM rooms WHERE id = $1";
  const { rows } = await connections().query(text, [id]);
  expect(rows).toEqual([{ opens_at: opensAt, closes_at: closesAt }]);
});

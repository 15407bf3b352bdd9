import { expect, test } from "vitest";
import { insertAcsResource } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { buildMember, buildOrganization } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { changeAcsOrigins } from "./change-acs-origins";
import { createAcsResource, MOST_RESOURCES } from "./create-acs-resource";
import { deleteAcsResource } from "./delete-acs-resource";
import { listAcsResources } from "./list-acs-resources";
import { replaceAcsKey } from "./replace-acs-key";

useDatabase();

test("resources are seen and changed by owners and managers of their organization alone", async () => {
  const { id } = await buildOrganization();
  const manager = buildPlannerContext(await buildMember(id, "manager"));
  await createAcsResource(manager, { name: "Portal" });
  const [resource] = await listAcsResources(manager);
  if (!resource) throw new Error("it was not made");
  const change = {
    resourceId: resource.id,
    slot: "primary",
    origins: ["https://a.example"],
  } as const;

  const host = buildPlannerContext(await buildMember(id, "host"));
  const stranger = buildPlannerContext(await buildMember((await buildOrganization()).id));
  for (const [ctx, code] of [
    [host, "not-allowed"],
    [stranger, "not-found"],
  ] as const) {
    await expect(replaceAcsKey(ctx, change)).rejects.toMatchObject({ code });
    await expect(changeAcsOrigins(ctx, { ...change, origins: [] })).rejects.toMatchObject({ code });
    await expect(deleteAcsResource(ctx, change)).rejects.toMatchObject({ code });
  }
  await expect(listAcsResources(host)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(createAcsResource(host, { name: "Mine" })).rejects.toMatchObject({
    code: "not-allowed",
  });
  expect(await listAcsResources(stranger)).toEqual([]);
  expect(await listAcsResources(manager)).toEqual([resource]);

  await replaceAcsKey(manager, change);
  await changeAcsOrigins(manager, { ...change, origins: [...change.origins] });
  const [after] = await listAcsResources(manager);
  expect(after?.keys.primary).not.toEqual(resource.keys.primary);
  expect(after?.keys.secondary).toEqual(resource.keys.secondary);
  expect(after?.allowedOrigins).toEqual(change.origins);

  await deleteAcsResource(manager, change);
  expect(await listAcsResources(manager)).toEqual([]);
  await expect(deleteAcsResource(manager, change)).rejects.toMatchObject({ code: "not-found" });
});

test("an organization has no more resources than it may, also when two come at once", async () => {
  const { id } = await buildOrganization();
  for (let nth = 1; nth < MOST_RESOURCES; nth += 1)
    await insertAcsResource(database(), id, "Portal");
  const manager = buildPlannerContext(await buildMember(id, "manager"));
  const two = [1, 2].map(() => createAcsResource(manager, { name: "Last" }));
  const [refused, ...more] = (await Promise.allSettled(two)).filter(
    ({ status }) => status === "rejected",
  );
  expect(refused).toMatchObject({ reason: { code: "too-many-resources" } });
  expect(more).toEqual([]);
  expect(await listAcsResources(manager)).toHaveLength(MOST_RESOURCES);
});

import { expect, test } from "vitest";
import { insertAcsResource, setAcsOrigins } from "@/lib/data/acs-resources";
import { isOriginOfAnyResource } from "@/lib/data/allowed-origins";
import { database } from "@/lib/data/client";
import { callWorld } from "@/lib/testing/call-world";
import { useDatabase } from "@/lib/testing/database";
import { decideForOrigin } from "./decide-for-origin";

useDatabase();

/** A running call whose organization allows pages of `origin`. */
async function callOpenTo(origin: string) {
  const { room, call } = await callWorld();
  const resource = await insertAcsResource(database(), room.organizationId, "Portal");
  await setAcsOrigins(database(), room.organizationId, resource.id, [origin]);
  return call;
}

test("an origin opens only the calls of the organization that allows it", async () => {
  const call = await callOpenTo("https://portal.example");
  const other = await callOpenTo("https://other.example");
  for (const origin of ["https://other.example", "https://portal.example:8443", "null", ""]) {
    expect(await decideForOrigin(origin, call.name), origin).toBe(false);
  }
  expect(await decideForOrigin("https://portal.example", other.name)).toBe(false);
  expect(await decideForOrigin("https://portal.example", "no-such-call")).toBe(false);
  expect(await decideForOrigin("https://portal.example", call.name)).toBe(true);
});

test("an origin that nobody allows is known to nobody", async () => {
  await callOpenTo("https://known.example");
  expect(await isOriginOfAnyResource(database(), "https://unknown.example")).toBe(false);
  expect(await isOriginOfAnyResource(database(), "https://known.example")).toBe(true);
});

import { beforeEach, expect, test } from "vitest";
import { insertAcsResource, replaceAcsKey, type NewAcsResource } from "@/lib/data/acs-resources";
import { insertAcsUser, markAcsUserDeleted, revokeAcsTokens } from "@/lib/data/acs-users";
import { database } from "@/lib/data/client";
import { keyPrint } from "@/lib/data/key-print";
import { toRawId } from "@/lib/domain/acs/raw-id";
import type { UserClaims } from "@/lib/domain/acs/user-claims";
import { buildOrganization } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { findTokenHolder } from "./find-token-holder";

useDatabase();

const NOW = new Date("2027-03-09T14:00:00Z");
const LATER = new Date("2027-03-09T14:00:01Z");

let resource: NewAcsResource;
let user: { organizationId: string; resourceId: string; rawId: string };
let claims: UserClaims;

beforeEach(async () => {
  const { id: organizationId } = await buildOrganization();
  resource = await insertAcsResource(database(), organizationId, "Portal");
  const userId = "00000013-22e9-5bfe-07fd-084822008f96";
  const rawId = toRawId({ resourceId: resource.id, userId });
  user = { organizationId, resourceId: resource.id, rawId };
  await insertAcsUser(database(), user, NOW);
  const scopes: UserClaims["scopes"] = ["voip"];
  const print = keyPrint(resource.keys.primary);
  claims = { ...user, scopes, keyPrint: print, issuedAt: NOW, expiresAt: LATER };
});

test("a token holds nobody whose user was deleted, or whose tokens were revoked since", async () => {
  expect(await findTokenHolder(claims)).toMatchObject(user);
  await revokeAcsTokens(database(), user, LATER);
  expect(await findTokenHolder(claims)).toBeNull();
  expect(await findTokenHolder({ ...claims, issuedAt: LATER })).toMatchObject(user);
  await markAcsUserDeleted(database(), user, LATER);
  expect(await findTokenHolder({ ...claims, issuedAt: LATER })).toBeNull();
});

test("a token ends with the access key that asked for it, and with no other", async () => {
  await replaceAcsKey(database(), user.organizationId, resource.id, "secondary");
  expect(await findTokenHolder(claims)).toMatchObject(user);
  await replaceAcsKey(database(), user.organizationId, resource.id, "primary");
  expect(await findTokenHolder(claims)).toBeNull();
  expect(await findTokenHolder({ ...claims, keyPrint: null })).toMatchObject(user);
});

test("a token of one resource holds no user of another", async () => {
  const other = await insertAcsResource(database(), user.organizationId, "Other");
  expect(await findTokenHolder({ ...claims, keyPrint: null, resourceId: other.id })).toBeNull();
});

import { beforeEach, describe, expect, test } from "vitest";
import { findApiKey } from "@/lib/data/api-keys";
import { database } from "@/lib/data/client";
import { KEY_LIFETIMES } from "@/lib/domain/program/key-lifetime";
import { SCOPES } from "@/lib/domain/program/scope";
import { buildMember, buildOrganization } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import type { Context, MemberActor } from "@/lib/operations/context";
import { authenticateKey } from "./authenticate-key";
import { createKey } from "./create-key";
import { hashKeySecret, isKeySecret, makeKeySecret } from "./key-secret";
import { getKey, listKeys } from "./list-keys";
import { revokeKey } from "./revoke-key";

useDatabase();

const NOW = new Date("2027-03-09T14:00:00Z");
const DAY_MS = 86_400_000;
const INPUT = { name: "Records system", scopes: ["rooms:read"], lifetime: "month" } as const;

const later = (ms: number) => new Date(NOW.getTime() + ms);
const input = () => ({ ...INPUT, scopes: [...INPUT.scopes] });

let owner: Context<MemberActor>;

beforeEach(async () => {
  owner = buildPlannerContext(await buildMember((await buildOrganization()).id, "owner"), NOW);
});

describe("who manages keys", () => {
  const VERBS: Record<string, (ctx: Context<MemberActor>, keyId: string) => Promise<unknown>> = {
    create: (ctx) => createKey(ctx, input()),
    list: (ctx) => listKeys(ctx),
    get: getKey,
    revoke: revokeKey,
  };

  test.each(Object.entries(VERBS))("no host may %s", async (_, verb) => {
    const { keyId } = await createKey(owner, input());
    const host = await buildMember(owner.actor.organizationId, "host");
    await expect(verb(buildPlannerContext(host, NOW), keyId)).rejects.toThrow("not-allowed");
    expect((await getKey(owner, keyId)).state).toBe("active");
  });

  test.each(Object.entries(VERBS))("a manager may %s", async (_, verb) => {
    const { keyId } = await createKey(owner, input());
    const manager = await buildMember(owner.actor.organizationId, "manager");
    await verb(buildPlannerContext(manager, NOW), keyId);
  });

  test("keys of another organization are not there", async () => {
    const { keyId } = await createKey(owner, input());
    const stranger = buildPlannerContext(await buildMember((await buildOrganization()).id), NOW);
    expect(await listKeys(stranger)).toEqual([]);
    await expect(getKey(stranger, keyId)).rejects.toThrow("not-found");
    await expect(revokeKey(stranger, keyId)).rejects.toThrow("not-found");
    expect((await getKey(owner, keyId)).state).toBe("active");
  });
});

describe("a secret", () => {
  test("stands nowhere; its hash and its first signs do", async () => {
    const { keyId, secret } = await createKey(owner, input());
    const row = await database().apiKey.findUniqueOrThrow({ where: { id: keyId } });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(Buffer.from(row.secretHash)).toEqual(Buffer.from(hashKeySecret(secret)));
    expect(row.prefix).toBe(secret.slice(0, 9));
  });

  test("has a form that tells a typing error from a key", () => {
    const secret = makeKeySecret();
    expect(secret).toMatch(/^rk_[0-9A-Za-z]{46}$/);
    expect(isKeySecret(secret)).toBe(true);
    const other = secret[10] === "a" ? "b" : "a";
    for (const wrong of [
      secret.slice(0, 10) + other + secret.slice(11),
      secret.slice(0, -1),
      `${secret}0`,
      ` ${secret}`,
      secret.toUpperCase(),
      "",
    ]) {
      expect(isKeySecret(wrong), wrong).toBe(false);
    }
  });
});

describe("authentication", () => {
  test("refuses what nobody was given, what was revoked and what has expired, all alike", async () => {
    const { keyId, secret } = await createKey(owner, input());
    const month = KEY_LIFETIMES.month * DAY_MS;
    await expect(authenticateKey(makeKeySecret(), NOW)).rejects.toThrow("key-refused");
    await expect(authenticateKey("rk_", NOW)).rejects.toThrow("key-refused");
    await expect(authenticateKey(secret, later(month))).rejects.toThrow("key-refused");
    await authenticateKey(secret, later(month - 1));
    await revokeKey(owner, keyId);
    await expect(authenticateKey(secret, NOW)).rejects.toThrow("key-refused");
  });

  test("proves the key's organization and scopes, and no more", async () => {
    const { keyId, secret } = await createKey(owner, input());
    const { organizationId } = owner.actor;
    const expected = { kind: "program", keyId, organizationId, scopes: ["rooms:read"] };
    expect(await authenticateKey(secret, NOW)).toEqual(expected);
  });

  test("notes the use once a minute", async () => {
    const { secret } = await createKey(owner, { ...input(), lifetime: "endless" });
    const usedAt = async (at: Date) => {
      await authenticateKey(secret, at);
      return (await findApiKey(database(), hashKeySecret(secret)))?.lastUsedAt;
    };
    expect(await usedAt(NOW)).toEqual(NOW);
    expect(await usedAt(later(59_999))).toEqual(NOW);
    expect(await usedAt(later(60_000))).toEqual(later(60_000));
  });
});

describe("the database", () => {
  test("knows the scopes that exist, no others, and no key without any", async () => {
    const { keyId } = await createKey(owner, { ...input(), scopes: [...SCOPES] });
    expect((await getKey(owner, keyId)).scopes).toEqual(SCOPES);
    const save = (scopes: string[]) =>
      database().apiKey.update({ where: { id: keyId }, data: { scopes } });
    await expect(save(["rooms:delete"])).rejects.toThrow();
    await expect(save([])).rejects.toThrow();
  });

  test("lists working keys first", async () => {
    const old = await createKey(owner, input());
    const { keyId } = await createKey(owner, input());
    await revokeKey(owner, keyId);
    expect((await listKeys(owner)).map(({ id }) => id)).toEqual([old.keyId, keyId]);
  });
});

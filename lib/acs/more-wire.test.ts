import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { findTokenHolder } from "@/lib/operations/acs/find-token-holder";
import { openCall } from "@/lib/operations/call/open-call";
import { createEndpoint } from "@/lib/operations/webhooks/create-endpoint";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { buildMember } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { presentParticipant } from "@/lib/testing/present-builder";
import { verifyUserToken } from "./user-token";

useDatabase();

let world: Awaited<ReturnType<typeof buildAcsWorld>>;

beforeEach(async () => {
  world = await buildAcsWorld();
});

describe("a request that may be repeated", () => {
  const target = "/rooms?api-version=2025-03-13";
  const pair = (id: string = randomUUID(), firstSent = new Date().toUTCString()) => ({
    "repeatability-request-id": id,
    "repeatability-first-sent": firstSent,
  });
  const create = (headers: Record<string, string>, body: unknown = {}) =>
    world.send({ method: "POST", target, body, headers });
  const roomCount = () =>
    database().room.count({ where: { organizationId: world.organizationId } });

  test("is done once and answered the same each time, also side by side", async () => {
    const headers = pair();
    const body = { participants: { [world.someone()]: { role: "Presenter" } } };
    const answers = await Promise.all(Array.from({ length: 5 }, () => create(headers, body)));
    answers.push(
      await create(
        {
          ...headers,
          "repeatability-request-id": headers["repeatability-request-id"].toUpperCase(),
        },
        body,
      ),
    );
    for (const { status, json, headers: told } of answers) {
      expect([status, json]).toEqual([201, answers[0]?.json]);
      expect(told).toMatchObject({ Location: json.id, "Repeatability-Result": "accepted" });
    }
    const { organizationId } = world;
    const made = await database().room.findMany({ where: { organizationId } });
    expect(world.announced).toEqual(made.map(({ id }) => id));
    expect(made).toHaveLength(1);
  });

  test("that failed may be tried again", async () => {
    const headers = pair();
    expect((await create(headers, { validUntil: "soon" })).status).toBe(400);
    expect((await create(headers)).status).toBe(201);
  });

  test("is refused when its headers do not belong together", async () => {
    const { "repeatability-request-id": id, "repeatability-first-sent": sent } = pair();
    const old = new Date(Date.now() - 25 * 60 * 60_000).toUTCString();
    expect((await create({ "repeatability-request-id": id })).status).toBe(400);
    expect((await create({ "repeatability-first-sent": sent })).status).toBe(400);
    expect((await create(pair("not-a-guid"))).status).toBe(400);
    expect((await create(pair(id, "yesterday"))).status).toBe(400);
    expect((await create(pair(id, old))).status).toBe(412);
    expect(await roomCount()).toBe(0);
    await create(pair(id, sent));
    const other = await create(pair(id, sent), { pstnDialOutEnabled: true });
    expect([other.status, other.headers]).toMatchObject([
      412,
      { "Repeatability-Result": "rejected" },
    ]);
    expect(await roomCount()).toBe(1);
  });

  test("is another resource's own affair", async () => {
    const headers = pair();
    await create(headers);
    const stranger = await buildAcsWorld();
    expect((await stranger.send({ method: "POST", target, body: {}, headers })).status).toBe(201);
  });
});

describe("webhooks", () => {
  test("hear of a room that a program makes, and of everybody on its roster", async () => {
    const ctx = buildPlannerContext(await buildMember(world.organizationId));
    await createEndpoint(ctx, { url: "https://example.org/hook", events: [] });
    const people = [world.someone(), world.someone()];
    const participants = Object.fromEntries(people.map((id) => [id, { role: "Presenter" }]));
    const { json } = await world.rooms("POST", "", { participants });
    await world.rooms("POST");
    const told = await database().webhookMessage.findMany({
      where: { organizationId: world.organizationId },
      orderBy: [{ position: "asc" }, { type: "asc" }],
    });
    const data = told.map(({ payload }) => JSON.parse(payload).data);
    expect(told.map(({ type, position }) => [type, position])).toEqual([
      ["room.created", 1],
      ["room.created", 1],
      ["seat.added", 2],
      ["seat.added", 3],
    ]);
    const [opensAt, closesAt] = [json.validFrom, json.validUntil].map((text) =>
      new Date(text).toISOString(),
    );
    expect(data).toContainEqual(
      expect.objectContaining({ acsRoomId: json.id, opensAt, closesAt, position: 1 }),
    );
    expect(data.slice(2)).toMatchObject(
      people.map((rawId) => ({ acsRoomId: json.id, rawId, role: "presenter" })),
    );
  });
});

describe("identities", () => {
  const holderOf = async (token: string) => {
    const claims = await verifyUserToken(token, new Date());
    return claims && (await findTokenHolder(claims));
  };

  test("are made with or without a token, also by an empty body", async () => {
    expect((await world.identities("POST")).json).toEqual({ identity: { id: expect.any(String) } });
    const nothing = { createTokenWithScopes: null, expiresInMinutes: null };
    expect((await world.identities("POST", "", nothing)).json).not.toHaveProperty("accessToken");
    const { status, json } = await world.identities("POST", "", {
      createTokenWithScopes: ["voip"],
      expiresInMinutes: 60,
    });
    expect(status).toBe(201);
    expect(await holderOf(json.accessToken.token)).toMatchObject({ rawId: json.identity.id });
  });

  test("lose their tokens when these are revoked, and for good when they are deleted", async () => {
    const { json } = await world.identities("POST", "", { createTokenWithScopes: ["voip"] });
    const path = `/${encodeURIComponent(json.identity.id)}`;
    expect((await world.identities("POST", `${path}/:revokeAccessTokens`)).status).toBe(204);
    expect(await holderOf(json.accessToken.token)).toBeNull();
    const scopes = ["voip"];
    const fresh = await world.identities("POST", `${path}/:issueAccessToken`, { scopes });
    expect(await holderOf(fresh.json.token)).not.toBeNull();
    expect((await world.identities("DELETE", path)).status).toBe(204);
    expect(await holderOf(fresh.json.token)).toBeNull();
    const gone = await world.identities("POST", `${path}/:issueAccessToken`, { scopes });
    expect([gone.status, gone.json.error.code]).toEqual([401, "IdentityNotOwned"]);
  });

  test("of another resource can't be used, whatever is asked", async () => {
    const stranger = await buildAcsWorld();
    const { json } = await world.identities("POST", "", { createTokenWithScopes: ["voip"] });
    const path = `/${encodeURIComponent(json.identity.id)}`;
    for (const [method, rest, body] of [
      ["POST", "/:issueAccessToken", { scopes: ["voip"] }],
      ["POST", "/:revokeAccessTokens", undefined],
      ["DELETE", "", undefined],
    ] as const) {
      expect((await stranger.identities(method, `${path}${rest}`, body)).status).toBe(401);
    }
    expect(await holderOf(json.accessToken.token)).not.toBeNull();
  });

  test("say what is wrong in their own shape, without a header", async () => {
    const { json } = await world.identities("POST");
    const path = `/${encodeURIComponent(json.identity.id)}/:issueAccessToken`;
    const { status, json: wrong, headers } = await world.identities("POST", path, { scopes: [] });
    expect([status, wrong]).toEqual([
      400,
      {
        error: {
          code: "ValidationError",
          target: "scopes",
          message: "Invalid scopes - Scopes field is required.",
        },
      },
    ]);
    expect(headers).not.toHaveProperty("x-ms-error-code");
  });
});

describe("a running call", () => {
  async function running() {
    const [ann, bob] = [world.someone(), world.someone()];
    const participants = { [ann]: { role: "Presenter" }, [bob]: { role: "Presenter" } };
    const { json } = await world.rooms("POST", "", { participants });
    const room = await database().room.findFirstOrThrow({ where: { acsId: json.id } });
    const { name } = await openCall(room.id, "system", new Date());
    const seats = await database().seat.findMany({
      where: { roomId: room.id },
      orderBy: { id: "asc" },
    });
    const deviceId = "0123456789abcdef";
    await database().seat.updateMany({
      where: { roomId: room.id },
      data: { deviceId, admittedAt: new Date() },
    });
    const identities = seats.map(({ id }) => `${id}.${deviceId}`);
    world.calls.put(name, ...identities.map((identity) => presentParticipant({ identity })));
    return { id: json.id as string, ann, bob, name, identities };
  }

  test("puts out who is taken off and takes the rights of who gets another role, at once", async () => {
    const { id, ann, bob, name, identities } = await running();
    const participants = { [ann]: { role: "Consumer" }, [bob]: null };
    await world.rooms("PATCH", `/${id}/participants`, { participants });
    expect(world.calls.identitiesIn(name)).toEqual([identities[0]]);
    expect(world.calls.log).toContain(`grant ${identities[0]}`);
    expect(world.announced).not.toEqual([]);
  });

  test("ends when its room is deleted; a media server that is away does not keep the room", async () => {
    const { id, name } = await running();
    world.calls.isAway = true;
    expect((await world.rooms("DELETE", `/${id}`)).status).toBe(204);
    expect(await database().call.findUniqueOrThrow({ where: { name } })).toMatchObject({
      endedAt: expect.any(Date),
    });
    const second = await running();
    world.calls.isAway = false;
    await world.rooms("DELETE", `/${second.id}`);
    expect(world.calls.rooms.has(second.name)).toBe(false);
  });
});

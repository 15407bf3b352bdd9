import { expect, test } from "@playwright/test";
import type { TokenScope } from "@azure/communication-identity";
import { acsClients } from "../support/acs";

const { identity } = acsClients();
const MINUTE_MS = 60_000;
const STRANGER = {
  communicationUserId:
    "8:acs:00000000-0000-0000-0000-000000000000_00000000-0000-0000-0000-000000000000",
};

const minutesUntil = (instant: Date) => (instant.getTime() - Date.now()) / MINUTE_MS;

test("creates a user, with and without a token", async () => {
  const user = await identity.createUser();
  expect(user.communicationUserId).toMatch(/^8:acs:[0-9a-f-]{36}_[0-9a-f-]{36}$/);
  const made = await identity.createUserAndToken(["voip"]);
  expect(made.token.split(".")).toHaveLength(3);
  expect(minutesUntil(made.expiresOn) / 1440).toBeCloseTo(1, 1);
});

test("gets tokens with one scope and with several", async () => {
  const user = await identity.createUser();
  for (const scopes of [
    ["chat"],
    ["chat", "voip"],
    ["voip.join", "chat.join", "chat.join.limited"],
  ]) {
    const { token } = await identity.getToken(user, scopes as TokenScope[]);
    const [, claims = ""] = token.split(".");
    const { acsScope } = JSON.parse(Buffer.from(claims, "base64url").toString()) as {
      acsScope: string;
    };
    expect(acsScope.split(",").sort()).toEqual([...scopes].sort());
  }
});

test("gets no token without scopes", async () => {
  const user = await identity.createUser();
  const wrong = { statusCode: 400, message: "Invalid scopes - Scopes field is required." };
  await expect(identity.getToken(user, [])).rejects.toMatchObject(wrong);
});

test("revokes tokens and deletes users", async () => {
  const { user } = await identity.createUserAndToken(["voip"]);
  await identity.revokeTokens(user);
  await identity.getToken(user, ["voip"]);
  await identity.deleteUser(user);
  await expect(identity.getToken(user, ["voip"])).rejects.toMatchObject({ statusCode: 401 });
});

test("does nothing for a user of another resource", async () => {
  const denied = { statusCode: 401, code: "IdentityNotOwned" };
  await expect(identity.getToken(STRANGER, ["chat"])).rejects.toMatchObject(denied);
  await expect(identity.revokeTokens(STRANGER)).rejects.toMatchObject(denied);
  await expect(identity.deleteUser(STRANGER)).rejects.toMatchObject(denied);
});

for (const tokenExpiresInMinutes of [59, 1441]) {
  test(`refuses tokens of ${tokenExpiresInMinutes} minutes`, async () => {
    const options = { tokenExpiresInMinutes };
    const user = await identity.createUser();
    const wrong = { statusCode: 400 };
    await expect(identity.getToken(user, ["chat"], options)).rejects.toMatchObject(wrong);
    await expect(identity.createUserAndToken(["chat"], options)).rejects.toMatchObject(wrong);
  });
}

for (const tokenExpiresInMinutes of [60, 1440]) {
  test(`gives tokens of ${tokenExpiresInMinutes} minutes`, async () => {
    const options = { tokenExpiresInMinutes };
    const user = await identity.createUser();
    const one = await identity.getToken(user, ["chat"], options);
    const other = await identity.createUserAndToken(["chat"], options);
    for (const { expiresOn } of [one, other]) {
      expect(minutesUntil(expiresOn) / tokenExpiresInMinutes).toBeCloseTo(1, 1);
    }
  });
}

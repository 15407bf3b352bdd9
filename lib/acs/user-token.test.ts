import { createHmac } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import { expect, test } from "vitest";
import type { UserClaims } from "@/lib/domain/acs/user-claims";
import { env } from "@/lib/env";
import { mintUserToken, verifyUserToken } from "./user-token";

const NOW = new Date("2027-03-09T14:00:00.123Z");
const END = new Date("2027-03-09T15:00:00Z");
const RESOURCE = "0f0b1a5c-6c2f-4a8e-9d5e-2b7f6a1c3d4e";
const CLAIMS: UserClaims = {
  rawId: `8:acs:${RESOURCE}_00000013-22e9-5bfe-07fd-084822008f96`,
  resourceId: RESOURCE,
  scopes: ["chat", "voip"],
  keyPrint: "0123456789abcdef",
  issuedAt: NOW,
  expiresAt: END,
};

test("a token that somebody else made or changed is none", async () => {
  const token = await mintUserToken(CLAIMS);
  const [header, payload, signature] = token.split(".") as [string, string, string];
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  const other = { ...decodeJwt(token), acsScope: "voip" };
  const changed = Buffer.from(JSON.stringify(other)).toString("base64url");
  const byAuthSecret = createHmac("sha256", env().AUTH_SECRET).update(`${header}.${payload}`);
  const forged = [
    "",
    "x",
    token.slice(0, -1),
    `${none}.${payload}.`,
    `${header}.${changed}.${signature}`,
    `${header}.${payload}.${byAuthSecret.digest("base64url")}`,
    await new SignJWT(other).setProtectedHeader({ alg: "HS256" }).sign(new Uint8Array(32)),
  ];
  for (const each of forged) expect(await verifyUserToken(each, NOW)).toBeNull();
});

test("a token is good until the instant it ends, and says what it was given", async () => {
  const token = await mintUserToken(CLAIMS);
  expect(await verifyUserToken(token, END)).toBeNull();
  expect(await verifyUserToken(token, new Date(END.getTime() - 1000))).toEqual(CLAIMS);
});

test("a token carries the claims that clients of ACS look at", async () => {
  const token = await mintUserToken(CLAIMS);
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: "HS256", typ: "JWT" });
  expect(decodeJwt(token)).toMatchObject({
    skypeid: CLAIMS.rawId.slice(2),
    scp: 1792,
    csi: "1804600800",
    acsScope: "chat,voip",
    resourceId: RESOURCE,
    iat: 1_804_600_800,
    exp: 1_804_604_400,
  });
});

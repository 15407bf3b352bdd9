import { describe, expect, test } from "vitest";
import { ROOMS_VERSIONS } from "./api-version";
import { readParticipants } from "./participants-input";
import { readTokenInput } from "./token-input";

const VERSION = ROOMS_VERSIONS["2025-03-13"];
const [ANN, BOB, CAT] = ["1", "2", "3"].map(
  (digit) =>
    `8:acs:0f0b1a5c-6c2f-4a8e-9d5e-2b7f6a1c3d4e_00000000-0000-0000-0000-00000000000${digit}`,
) as [string, string, string];

describe("participants", () => {
  test.each([[[]], ["all"], [7], [true]])("can't be %j", (given) => {
    expect(readParticipants(given, VERSION)).toEqual({ problem: { kind: "not-an-object" } });
  });

  test.each([
    [{ nobody: { role: "Attendee" } }],
    [{ [ANN]: { role: "Attendee" }, nobody: null }],
    [JSON.parse('{"__proto__": {"role": "Attendee"}}')],
  ])("can't be called %j", (given) => {
    expect(readParticipants(given, VERSION)).toEqual({ problem: { kind: "malformed-id" } });
  });

  test.each(["Host", "presenter", "", 1, [], {}])("can't have the role %j", (role) => {
    const problem = { kind: "unknown-role", rawId: ANN };
    expect(readParticipants({ [ANN]: { role } }, VERSION)).toEqual({ problem });
  });

  test("come, change and go in one request; no role is the usual one", () => {
    const given = { [ANN]: { role: "Presenter" }, [BOB]: {}, [CAT]: null };
    const seats = new Map([
      [ANN, "presenter"],
      [BOB, "attendee"],
    ]);
    expect(readParticipants(given, VERSION)).toEqual({ change: { seats, removed: [CAT] } });
    expect(readParticipants({ [ANN]: { role: null } }, VERSION)).toEqual({
      change: { seats: new Map([[ANN, "attendee"]]), removed: [] },
    });
  });

  test.each([undefined, null, {}])("may be left alone with %j", (given) => {
    expect(readParticipants(given, VERSION)).toEqual({ change: { seats: new Map(), removed: [] } });
  });
});

describe("a token", () => {
  const expiry = (minutes: unknown) => ({
    problem: {
      target: "ExpiresInMinutes",
      message: `ExpiresInMinutes value ${String(minutes)} is invalid. Value must be within the [60, 1440] interval.`,
    },
  });

  test.each([0, 59, 1441, -60, 90.5, "60"])("is not good for %j minutes", (expiresInMinutes) => {
    expect(readTokenInput({ scopes: ["voip"], expiresInMinutes })).toEqual(
      expiry(expiresInMinutes),
    );
  });

  test.each([60, 61, 1439, 1440])("may be good for %j minutes", (expiresInMinutes) => {
    expect(readTokenInput({ scopes: ["voip"], expiresInMinutes })).toEqual({
      token: { scopes: ["voip"], minutes: expiresInMinutes },
    });
  });

  test("is good for something that it names", () => {
    expect(readTokenInput({ scopes: [], expiresInMinutes: null })).toEqual({
      problem: { target: "scopes", message: "Invalid scopes - Scopes field is required." },
    });
    expect(readTokenInput({ scopes: null, expiresInMinutes: null })).toEqual({
      problem: { target: "Scopes", message: "Scopes: The Scopes field is required." },
    });
    expect(readTokenInput({ scopes: ["voip", "admin"], expiresInMinutes: null })).toMatchObject({
      problem: { target: "scopes" },
    });
    expect(readTokenInput({ scopes: ["voip", "chat"], expiresInMinutes: undefined })).toEqual({
      token: { scopes: ["chat", "voip"], minutes: 1440 },
    });
  });
});

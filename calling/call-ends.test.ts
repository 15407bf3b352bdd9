import { describe, expect, test } from "vitest";
import { endOfRefusal, endOfView } from "./call-ends";

const SERVER_NOW = "2027-03-09T14:00:00.000Z";
const view = { me: null, people: [], serverNow: SERVER_NOW };
const refused = { message: "", end: null, details: null };

describe("a refusal", () => {
  test.each([0, 408, 429, 500, 503])("with %i may pass, so the call goes on trying", (status) => {
    expect(endOfRefusal({ ...refused, status }, "joining")).toBeNull();
    expect(endOfRefusal({ ...refused, status }, "inside")).toBeNull();
  });

  test("in ACS's codes ends the call with them", () => {
    const end = { code: 403, subCode: 5829 };
    const details = { reason: "too-early", opensAt: SERVER_NOW };
    expect(endOfRefusal({ ...refused, status: 403, end, details }, "joining")).toEqual({
      ...end,
      details,
    });
  });

  test("of the token means something else at the door than inside", () => {
    const answer = { ...refused, status: 401, end: { code: 401, subCode: 10009 } };
    expect(endOfRefusal(answer, "joining")).toMatchObject({ code: 401, subCode: 10009 });
    expect(endOfRefusal(answer, "inside")).toMatchObject({ code: 495, subCode: 4507 });
  });

  test("of any other kind keeps its status", () =>
    expect(endOfRefusal({ ...refused, status: 422 }, "joining")).toMatchObject({ code: 422 }));
});

describe("a view", () => {
  test("that lets them stay ends nothing", () =>
    expect(
      endOfView({
        ...view,
        end: null,
        decision: { kind: "wait", reason: "in-lobby", since: null },
      }),
    ).toBeNull());

  test("that ends the call says when", () => {
    const decision = { kind: "refuse", reason: "ended", endedAt: SERVER_NOW } as const;
    expect(endOfView({ ...view, end: { code: 0, subCode: 4097 }, decision })).toEqual({
      ...{ code: 0, subCode: 4097 },
      details: { reason: "ended", endedAt: SERVER_NOW },
    });
  });
});

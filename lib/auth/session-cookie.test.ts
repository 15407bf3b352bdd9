import { describe, expect, test } from "vitest";
import { endOfSession, laterEnd } from "./session-cookie";

const at = (iso: string) => new Date(`2027-03-${iso}:00Z`);
const CREATED = at("01T09:00");

describe("a session that is used", () => {
  test("lasts a day from then", () =>
    expect(endOfSession(CREATED, at("03T12:00"))).toEqual(at("04T12:00")));

  test("lasts no longer than a week in all", () =>
    expect(endOfSession(CREATED, at("07T12:00"))).toEqual(at("08T09:00")));

  test("is written again only when that moves its end by some minutes", () => {
    const session = { createdAt: CREATED, expires: at("02T09:00") };
    expect(laterEnd(session, at("01T09:04"))).toBeNull();
    expect(laterEnd(session, at("01T09:05"))).toEqual(at("02T09:05"));
  });

  test("is not written again on its last day", () =>
    expect(laterEnd({ createdAt: CREATED, expires: at("08T09:00") }, at("08T08:00"))).toBeNull());
});

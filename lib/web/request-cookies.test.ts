import { expect, test } from "vitest";
import { readCookie, withCookie } from "./request-cookies";

const asked = (cookie?: string) => new Headers(cookie === undefined ? {} : { cookie });

test.each<[string | undefined, string | undefined]>([
  [undefined, undefined],
  ["", undefined],
  ["seat", undefined],
  ["notseat=1; seats=2", undefined],
  ["seat=", ""],
  ["a=1; seat=x; b=2", "x"],
  ["a=1;seat=x=y", "x=y"],
  ["seat=old; seat=new", "new"],
  ["seat=%C3%A9", "é"],
  ["seat=100%", "100%"],
])("of %j the seat cookie is %j", (cookie, value) => {
  expect(readCookie(asked(cookie), "seat")).toBe(value);
});

test("a cookie is set, changed and taken away; the others and the other headers stay", () => {
  const headers = new Headers({ cookie: "a=1; seat=x", host: "rostrum.example" });
  const changed = withCookie(headers, "seat", "ü;");
  expect(readCookie(changed, "seat")).toBe("ü;");
  expect(readCookie(changed, "a")).toBe("1");
  expect(changed.get("host")).toBe("rostrum.example");
  expect(readCookie(withCookie(changed, "seat", null), "seat")).toBeUndefined();
  expect(readCookie(headers, "seat")).toBe("x");
  expect(readCookie(withCookie(new Headers(), "seat", "x"), "seat")).toBe("x");
});

import { expect, test } from "vitest";
import { seal, unseal } from "./sealed";

const SECRET = Buffer.from("an access key of a program");

test("a sealed secret opens at no other place", () => {
  const sealed = seal(SECRET, "acs_resources.primary_key/1");
  expect(() => unseal(sealed, "acs_resources.primary_key/2")).toThrow();
  expect(() => unseal(sealed, "acs_resources.secondary_key/1")).toThrow();
  expect(unseal(sealed, "acs_resources.primary_key/1")).toEqual(SECRET);
});

test("a sealed secret of which any byte was changed does not open", () => {
  const sealed = seal(SECRET, "here");
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = new Uint8Array(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => unseal(changed, "here")).toThrow();
  }
  expect(() => unseal(sealed.subarray(0, 20), "here")).toThrow();
});

test("the same secret looks different each time, and nothing of it can be read", () => {
  const [first, second] = [seal(SECRET, "here"), seal(SECRET, "here")];
  expect(first).not.toEqual(second);
  expect(Buffer.from(first).includes("access")).toBe(false);
});

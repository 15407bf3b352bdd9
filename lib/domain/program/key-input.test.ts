import { expect, test } from "vitest";
import { newKeyInput } from "./key-input";

const FORM = { name: " Records  system ", lifetime: "month", "rooms:read": "on" };

test("the boxes that are ticked are the scopes, in the order of their list", () => {
  const input = newKeyInput.parse({ ...FORM, "people:read": "on", "rooms:write": "on" });
  expect(input).toEqual({
    name: "Records system",
    lifetime: "month",
    scopes: ["rooms:read", "rooms:write", "people:read"],
  });
});

test.each([
  ["without a name", { name: " " }, ["name"]],
  ["with a long name", { name: "x".repeat(61) }, ["name"]],
  ["for a thousand years", { lifetime: "millennium" }, ["lifetime"]],
  ["that may do nothing", { "rooms:read": undefined }, ["scopes"]],
  ["with scopes nobody knows", { "rooms:read": "", "rooms:delete": "on" }, ["scopes"]],
])("no key %s", (_what, changes, fields) => {
  const { error } = newKeyInput.safeParse({ ...FORM, ...changes });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(fields);
});

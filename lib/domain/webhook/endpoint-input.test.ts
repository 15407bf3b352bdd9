import { describe, expect, test } from "vitest";
import { newEndpointForm, newWebhookRequest } from "./endpoint-input";

const read = (url: unknown, events?: unknown) => newWebhookRequest.safeParse({ url, events });
const problemOf = (url: unknown) => read(url).error?.issues[0]?.message;

describe("an address is refused", () => {
  test.each([
    ["", "missing"],
    [undefined, "missing"],
    ["example.org/hook", "not-a-url"],
    ["ftp://example.org/", "not-a-url"],
    ["file:///etc/passwd", "not-a-url"],
    ["javascript:alert(1)", "not-a-url"],
    ["https://user:secret@example.org/", "not-a-url"],
    ["https://example.org/#part", "not-a-url"],
    [`https://example.org/${"a".repeat(2_000)}`, "not-a-url"],
    ["http://example.org/hook", "not-https"],
    ["http://10.0.0.1/hook", "not-https"],
    ["http://127.0.0.1.example.org/hook", "not-https"],
    ["http://localhost.example.org/", "not-https"],
  ])("%s", (url, problem) => {
    expect(problemOf(url)).toBe(problem);
  });
});

test.each([
  ["https://example.org/hook?of=rostrum", "https://example.org/hook?of=rostrum"],
  ["  https://EXAMPLE.org  ", "https://example.org/"],
  ["http://127.0.0.1:4000/hook", "http://127.0.0.1:4000/hook"],
  ["http://[::1]:4000/", "http://[::1]:4000/"],
])("an address is taken: %s", (url, taken) => {
  expect(read(url).data?.url).toBe(taken);
});

test("an event that does not exist is refused", () => {
  expect(read("https://example.org/", ["room.exploded"]).error?.issues[0]?.message).toBe(
    "not-offered",
  );
});

test.each([
  [undefined, []],
  [[], []],
  [
    ["seat.added", "seat.added", "CallEnded"],
    ["seat.added", "CallEnded"],
  ],
])("events of a program's list are taken once each: %s", (events, taken) => {
  expect(read("https://example.org/", events).data?.events).toEqual(taken);
});

describe("a form with boxes", () => {
  const fill = (fields: object) =>
    newEndpointForm.safeParse({ url: "https://example.org/", ...fields });

  test("needs one of them ticked when it is not to be all", () => {
    const [issue] = fill({ which: "some" }).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ["events"], message: "choose-one" });
  });

  test("gives what is ticked, and every event when it is to be all", () => {
    const ticked = { "seat.added": "on", "room.ended": "on", "no.event": "on" };
    expect(fill({ which: "some", ...ticked }).data?.events).toEqual(["room.ended", "seat.added"]);
    expect(fill({ which: "all", ...ticked }).data?.events).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { parseMessages, sayFrom } from "./say";
import { messagesOf, words } from "./words";

const MESSAGES = {
  plain: "It's 5 o'clock",
  named: "{name} is waiting",
  counted: "{count, plural, one {and # more} other {and # more}}",
  chosen: "{kind, select, visit {Your visit} other {Your {kind}}}",
};

const FILLED = [
  ["plain", {}, "It's 5 o'clock"],
  ["named", { name: "Ada" }, "Ada is waiting"],
  ["counted", { count: 1_200 }, "and 1,200 more"],
  ["chosen", { kind: "visit" }, "Your visit"],
  ["chosen", { kind: "talk" }, "Your talk"],
] as const;

test.each(FILLED)(
  "%s, filled with %j, reads the same written and taken apart",
  (key, values, text) => {
    expect(sayFrom(MESSAGES, "en")(key, values)).toBe(text);
    const sent: ReturnType<typeof parseMessages<typeof MESSAGES>> = JSON.parse(
      JSON.stringify(parseMessages(MESSAGES, "en")),
    );
    expect(sayFrom(sent, "en")(key, values)).toBe(text);
  },
);

test("what is handed to a browser needs no parser there", () => {
  const room = Object.values(messagesOf("room"));
  expect(room.filter((message) => typeof message === "string" && message.includes("{"))).toEqual(
    [],
  );
  expect(sayFrom(messagesOf("call"), "en")("admit", { name: "Ada" })).toBe(
    words("call")("admit", { name: "Ada" }),
  );
});

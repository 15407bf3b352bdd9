import { expect, test } from "vitest";
import { outagePage } from "./outage-page";

// This file has no database of its own, so there is none.

const ask = (method: string, headers: Record<string, string>) =>
  outagePage({ method, headers: new Headers(headers) }, "n0nce");

test("whoever opens a page reads that it comes back by itself", async () => {
  const answer = await ask("GET", { accept: "text/html,application/xhtml+xml" });
  expect(answer?.status).toBe(503);
  expect(answer?.headers.get("retry-after")).toBe("5");
  const page = await answer?.text();
  expect(page).toContain("it tries again by itself");
  expect(page).toContain('<script nonce="n0nce">');
});

test("whoever sends a form reads that it was not saved, and it is not sent again", async () => {
  const answer = await ask("POST", { "sec-fetch-mode": "navigate" });
  expect(answer?.status).toBe(503);
  const page = await answer?.text();
  expect(page).toContain("what you sent was not saved");
  expect(page).not.toContain("<script");
});

test.each([
  ["a request of a page's own script", { accept: "*/*", "sec-fetch-mode": "cors" }],
  ["a program", { accept: "application/json" }],
  ["the live channel", { accept: "text/event-stream", "sec-fetch-mode": "cors" }],
])("%s is answered where it is handled", async (_, headers) => {
  expect(await ask("GET", headers)).toBeNull();
  expect(await ask("POST", headers)).toBeNull();
});

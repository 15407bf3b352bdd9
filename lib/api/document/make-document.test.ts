import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { EVENT_WORDS } from "@/lib/api/webhooks/event-words";
import { SCOPES } from "@/lib/domain/program/scope";
import { MESSAGE_TYPES } from "@/lib/domain/webhook/event-type";
import { makeDocument } from "./make-document";

const ROUTES = path.resolve(import.meta.dirname, "../../../app/api/v1");
const OTHERS = ["openapi.json/route.ts", "route.ts", "[...path]/route.ts"];

/** Each route file below `app/api/v1` with its address as the document writes it. */
const routes = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts") && !OTHERS.includes(file))
  .map((file) => ({
    address: `/${path.dirname(file).replace(/\[(\w+)\]/g, "{$1}")}`,
    text: readFileSync(path.join(ROUTES, file), "utf8"),
  }));

test("the addresses that are answered are those of the document", () => {
  const documented = Object.keys(makeDocument().paths ?? {});
  expect(routes.map(({ address }) => address).sort()).toEqual(documented.sort());
});

test.each(routes)("$address answers what the table says of it, and nothing else", (route) => {
  const written = /= apiRoute\(\s*"([^"]+)",?\s*\);$/.exec(route.text.trim());
  expect(written?.[1]).toBe(route.address);
});

test("each operation has a name of its own, and scopes and words for all it can answer", () => {
  const ids = ENDPOINTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const text = JSON.stringify(makeDocument());
  for (const { id, scopes } of ENDPOINTS) {
    expect(text).toContain(`"operationId":"${id}"`);
    expect(SCOPES).toEqual(expect.arrayContaining([...scopes]));
  }
});

test("each message that a webhook can be sent stands in the document with its body", () => {
  const { webhooks = {}, components } = makeDocument();
  expect(Object.keys(webhooks).sort()).toEqual([...MESSAGE_TYPES].sort());
  for (const [type, item] of Object.entries(webhooks)) {
    const name = /"#\/components\/schemas\/(\w+Event)"/.exec(JSON.stringify(item))?.[1] ?? "";
    expect(components?.schemas?.[name]).toMatchObject({ properties: { type: { const: type } } });
  }
});

test("whatever is said of a field of an event stands in the document", () => {
  const text = JSON.stringify(makeDocument());
  for (const words of Object.values(EVENT_WORDS)) expect(text).toContain(JSON.stringify(words));
});

test("the document keeps what it promises: every reference in it leads somewhere", () => {
  const document = makeDocument();
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  const known = Object.keys(document.components?.schemas ?? {});
  expect(references.length).toBeGreaterThan(10);
  for (const [, name] of references) expect(known).toContain(name);
});

test("no other request than these goes without both a version and a kept answer", () => {
  const risky = ENDPOINTS.filter(
    ({ method, needsVersion, keepsAnswer }) =>
      method === "POST" && keepsAnswer === false && !needsVersion,
  );
  const secrets = ["createLink", "createWebhook", "rotateWebhookSecret"];
  expect(risky.map(({ id }) => id).sort()).toEqual([...secrets, "endRoom", "removeSeat"].sort());
});

import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  listSourceRooms,
  listSourceRoster,
  readConnectionString,
  SourceProblem,
  type AcsSource,
} from "./acs-source";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const KEY = Buffer.from("a key that only this test has");

let source: AcsSource;
let answers: Answer[];
let asked: IncomingMessage[];
let server: ReturnType<typeof createServer>;

beforeEach(async () => {
  answers = [];
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.shift();
    if (answer) answer(request, response);
    else response.writeHead(500).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const text = `Endpoint=http://127.0.0.1:${port}/;AccessKey=${KEY.toString("base64")}`;
  source = readConnectionString(text);
});

afterEach(() => void server.close());

const json = (body: unknown): Answer => {
  return (_request, response) => void response.end(JSON.stringify(body));
};

async function everyRoom(): Promise<unknown[]> {
  const rooms: unknown[] = [];
  for await (const room of listSourceRooms(source)) rooms.push(room);
  return rooms;
}

test.each(["", "endpoint=https://x/", "accesskey=QQ==", "endpoint=nowhere;accesskey=QQ=="])(
  "%j is no connection string",
  (text) => expect(() => readConnectionString(text)).toThrow(SourceProblem),
);

test("each request is signed as ACS's own clients sign", async () => {
  answers = [json({ value: [] })];
  await everyRoom();
  const { headers = {}, url } = asked[0] ?? {};
  const hash = createHash("sha256").update("").digest("base64");
  const text = `GET\n${url}\n${String(headers["x-ms-date"])};${headers.host};${hash}`;
  const signature = createHmac("sha256", KEY).update(text).digest("base64");
  expect(headers["x-ms-content-sha256"]).toBe(hash);
  expect(headers.authorization).toBe(
    `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  );
});

test("pages are followed to the last one", async () => {
  const nextLink = new URL("/rooms?nextLink=abc&api-version=2025-03-13", source.endpoint).href;
  answers = [json({ value: ["a", "b"], nextLink }), json({ value: ["c"] })];
  expect(await everyRoom()).toEqual(["a", "b", "c"]);
  expect(asked[1]?.url).toBe("/rooms?nextLink=abc&api-version=2025-03-13");
});

test("a busy service is asked again when it says so", async () => {
  const busy: Answer = (_request, response) =>
    void response.writeHead(429, { "retry-after": "0" }).end();
  const away: Answer = (_request, response) =>
    void response.writeHead(503, { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }).end();
  answers = [busy, away, busy, json({ value: ["line"] })];
  expect(await listSourceRoster(source, "99187344061523004")).toEqual(["line"]);
  expect(asked).toHaveLength(4);
});

test("a service that says no is not asked again, and its words are passed on", async () => {
  answers = [(_request, response) => void response.writeHead(401).end("Denied by the resource")];
  await expect(everyRoom()).rejects.toThrow(/401 Denied by the resource/);
  expect(asked).toHaveLength(1);
});

test("a page that leads to another host is not followed: it would be given our signature", async () => {
  answers = [json({ value: [], nextLink: "http://127.0.0.2:1/rooms" })];
  await expect(everyRoom()).rejects.toThrow(/links to 127.0.0.2:1/);
});

import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listSourceRooms, listSourceRoster, readConnectionString } from "./acs-source";
import { SourceProblem, type AcsSource } from "./ask-source";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const KEY = Buffer.from("a key that only this test has");

let source: AcsSource;
let answers: Answer[];
let asked: IncomingMessage[];
let waits: string[];
let server: ReturnType<typeof createServer>;

beforeEach(async () => {
  answers = [];
  asked = [];
  waits = [];
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
  const onWait = (trouble: string, ms: number) => void waits.push(`${ms} ms: ${trouble}`);
  source = { ...readConnectionString(text), onWait };
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

test.each([
  "",
  "endpoint=https://x/",
  "accesskey=QQ==",
  "endpoint=nowhere;accesskey=QQ==",
  "endpoint=ftp://x/;accesskey=QQ==",
  "endpoint=https://x/;accesskey=Q Q",
])("%j is no connection string", (text) =>
  expect(() => readConnectionString(text)).toThrow(SourceProblem),
);

test("the parts of a connection string may come in either order", () =>
  expect(readConnectionString(" AccessKey=QQ==; Endpoint=https://x.example/;\n")).toEqual({
    endpoint: new URL("https://x.example/"),
    key: Buffer.from("A"),
  }));

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
  const { host } = source.endpoint;
  expect(waits).toEqual([429, 503, 429].map((status) => `0 ms: ${host}: ${status}`));
});

test("an answer that breaks off is asked for again", async () => {
  const half: Answer = (request, response) => {
    response.writeHead(200, { "content-length": "100" }).write('{"value":[');
    setImmediate(() => request.socket.destroy());
  };
  answers = [half, json({ value: ["room"] })];
  expect(await everyRoom()).toEqual(["room"]);
  expect(waits).toEqual([expect.stringMatching(/^1000 ms: 127/)]);
});

test("why nothing answers is said with each wait", async () => {
  server.close();
  const given = new Error("that is enough");
  source.onWait = (trouble) => {
    expect(trouble).toMatch(/ECONNREFUSED/);
    throw given;
  };
  await expect(everyRoom()).rejects.toBe(given);
});

test("nobody is sent elsewhere: that address would be given our signature", async () => {
  answers = [(_request, response) => void response.writeHead(302, { location: "/rooms" }).end()];
  await expect(everyRoom()).rejects.toThrow(/can't be read: 302/);
  expect(asked).toHaveLength(1);
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

test("a link that is no address is said in a sentence", async () => {
  answers = [json({ value: [], nextLink: "http://[" })];
  await expect(everyRoom()).rejects.toThrow(/links to what is no address/);
});

test("pages that lead back to one of them are not read for ever", async () => {
  const nextLink = "/rooms?nextLink=abc";
  answers = [json({ value: ["a"], nextLink }), json({ value: ["b"], nextLink })];
  await expect(everyRoom()).rejects.toThrow("/rooms links back to itself");
  expect(asked).toHaveLength(2);
});

test("a list that never ends is left, however new each of its pages is", async () => {
  let nth = 0;
  const page: Answer = (request, response) => {
    nth += 1;
    answers.push(page);
    json({ value: ["line"], nextLink: `/rooms/1/participants?nextLink=${nth}` })(request, response);
  };
  answers = [page];
  const roster = listSourceRoster(source, "1");
  await expect(roster).rejects.toThrow("/rooms/1/participants has more than 1000 pages");
  expect(nth).toBe(1_000);
});

test("an answer that never ends is not read to the end, nor asked for again", async () => {
  const endless: Answer = (_request, response) => {
    const more = () => void (response.destroyed || response.write("x".repeat(1 << 20), more));
    more();
  };
  answers = [endless];
  await expect(everyRoom()).rejects.toThrow(
    "/rooms can't be read: the answer is longer than 32 MB",
  );
  expect([asked.length, waits]).toEqual([1, []]);
});

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CallingService } from "./service";
import { watchRoom } from "./watch-room";

const DEVICE = "0123456789abcdef";
const ROOM = "99187344061523004";

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[];
let server: ReturnType<typeof createServer>;
let service: CallingService;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  let issued = 0;
  const credential = { getToken: async () => ({ token: `token-${(issued += 1)}` }) };
  service = new CallingService(new URL(`http://127.0.0.1:${port}`), credential, DEVICE);
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test("the token stands in a header, asked for anew each time, and never in an address", async () => {
  answer = (_request, response) => void response.end("{}");
  await service.state(ROOM);
  await service.join("../rooms?x=y", "Ada");
  expect(asked.map(({ url }) => url)).toEqual([
    `/api/calling/${ROOM}/state`,
    "/api/calling/..%2Frooms%3Fx%3Dy/join",
  ]);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
  expect(asked.map(({ headers }) => headers["x-device-id"])).toEqual([DEVICE, DEVICE]);
});

test("a refusal brings ACS's codes, our reason and the time", async () => {
  const title = "The room opens at 2027-03-09T14:00:00.000Z.";
  const opensAt = "2027-03-09T14:00:00.000Z";
  const body = { title, acsCode: 403, subCode: 5829, reason: "too-early", opensAt, other: 1 };
  answer = (_request, response) => void response.writeHead(403).end(JSON.stringify(body));
  expect(await service.join(ROOM, undefined)).toEqual({
    ...{ ok: false, status: 403, message: title },
    end: { code: 403, subCode: 5829 },
    details: { reason: "too-early", opensAt },
  });
});

test("a change that is refused rejects with the server's sentence", async () => {
  answer = (_request, response) => void response.writeHead(403).end('{"title":"Not you"}');
  const refused = { name: "CallingError", message: "Not you", code: 403, subCode: 0 };
  await expect(service.change(ROOM, "end", {})).rejects.toMatchObject(refused);
});

test("a server that is away is no refusal", async () => {
  server.close();
  server.closeAllConnections();
  expect(await service.state(ROOM)).toMatchObject({ ok: false, status: 0, end: null });
});

test("each change that the live channel tells of is looked at, in pieces as it may come", async () => {
  let stream: ServerResponse | undefined;
  answer = (_request, response) => void (stream = response.writeHead(200));
  const look = vi.fn();
  const stop = watchRoom(service, ROOM, look);
  await vi.waitFor(() => expect(stream).toBeDefined());
  stream?.write("retry: 1000\n\nevent: chan");
  stream?.write("ged\ndata: \n\nevent: ping\ndata: \n\n");
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(1));
  stream?.write("event: changed\ndata: \n\n");
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(2));
  stop();
});

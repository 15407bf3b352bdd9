import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { connect as connectOverTls } from "node:tls";
import { expect, test } from "../fixtures";
import { acsConnection, acsRequest } from "../support/acs";
import { environment } from "../support/environment";

const CONNECTIONS = 1_000;
const TRICKLE_MS = 500;

const placeOf = (address: string) => {
  const { hostname: host, port } = new URL(address);
  return { host, port: Number(port) };
};

const LISTENERS: Record<string, () => { listener: ReturnType<typeof placeOf>; ca?: string }> = {
  pages: () => ({ listener: placeOf(environment.baseUrl) }),
  ACS: () => ({ listener: placeOf(acsConnection().endpoint), ca: acsConnection().ca }),
};

/** A connection over which a request may be sent. */
async function reach(name: string): Promise<Socket> {
  const { listener, ca } = LISTENERS[name]?.() ?? { listener: { host: "", port: 0 } };
  const socket = ca ? connectOverTls({ ...listener, ca }) : connect(listener);
  await once(socket, ca ? "secureConnect" : "connect");
  return socket;
}

/** What the other end says until it closes the connection; `sends` goes on till then. */
async function untilClosed(socket: Socket, sends?: string): Promise<string> {
  let heard = "";
  socket.setEncoding("utf8").on("data", (text: string) => (heard += text));
  // Whoever still writes when the other end has closed is told so by an error; then it is closed.
  socket.on("error", () => socket.destroy());
  const trickle = setInterval(() => sends && socket.writable && socket.write(sends), TRICKLE_MS);
  await new Promise((closed) => socket.once("close", closed));
  clearInterval(trickle);
  return heard;
}

async function expectServed(): Promise<void> {
  const page = await fetch(new URL("/sign-in", environment.baseUrl));
  expect(page.status).toBe(200);
  const { status } = await acsRequest({ method: "GET", target: "/rooms?api-version=2025-03-13" });
  expect(status).toBe(200);
}

for (const name of Object.keys(LISTENERS)) {
  test(`${name}: whoever never finishes their headers is let go, others are served meanwhile`, async () => {
    const socket = await reach(name);
    socket.write("POST /rooms HTTP/1.1\r\nHost: slow.example\r\n");
    const answer = untilClosed(socket, "X-More: 1\r\n");
    await expectServed();
    expect(await answer).toContain("408 Request Timeout");
  });

  test(`${name}: a body that comes by the byte is cut off, others are served meanwhile`, async () => {
    const socket = await reach(name);
    socket.write(
      "POST /api/v1/rooms HTTP/1.1\r\nHost: slow.example\r\nContent-Length: 9000\r\n" +
        "Content-Type: application/json\r\nAuthorization: Bearer nothing\r\n\r\n",
    );
    const end = untilClosed(socket, " ");
    await expectServed();
    await end;
    await expectServed();
  });

  test(`${name}: a thousand who connect and say nothing keep nobody out`, async () => {
    const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => reach(name)));
    const closed = Promise.all(sockets.map((socket) => untilClosed(socket)));
    await expectServed();
    await closed;
    await expectServed();
  });
}

test("ACS: whoever connects without beginning TLS is let go", async () => {
  const socket = connect(placeOf(acsConnection().endpoint));
  await untilClosed(socket);
  await expectServed();
});

test("a body that breaks off is one line of the log, which tells nothing of who sent it", async () => {
  const before = readFileSync(environment.webLog, "utf8").length;
  const lines = () => readFileSync(environment.webLog, "utf8").slice(before).split("\n");
  const socket = connect(placeOf(environment.baseUrl));
  await once(socket, "connect");
  socket.write(
    "POST /api/v1/rooms HTTP/1.1\r\nHost: broken.example\r\nContent-Length: 9000\r\n" +
      'Content-Type: application/json\r\n\r\n{"title":"Visit of Samuel',
  );
  await expectServed();
  socket.resetAndDestroy();
  await expect.poll(lines).toContainEqual(expect.stringContaining('"a request broke off"'));
  expect(lines().filter((line) => /aborted|ECONNRESET|Samuel/.test(line))).toEqual([]);
});

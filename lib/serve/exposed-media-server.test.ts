import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { findExposedAddress } from "./exposed-media-server";

test("a media server at a public address is exposed, one on a private network is not", async () => {
  expect(await findExposedAddress("http://203.0.113.7:7880")).toBe("203.0.113.7");
  expect(await findExposedAddress("wss://[2001:db8::7]:7880")).toBe("2001:db8::7");
  expect(await findExposedAddress("ws://10.1.2.3:7880")).toBeNull();
});

test("a media server that listens on loopback only is not exposed", async () => {
  const server = createServer((_, response) => response.end("OK"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  expect(await findExposedAddress(`http://127.0.0.1:${port}`)).toBeNull();
  server.close();
});

const outward = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === "IPv4")?.address;

test.skipIf(!outward)("one that we use by loopback and others reach too is exposed", async () => {
  const server = createServer((_, response) => response.end("OK"));
  server.listen(0, "0.0.0.0");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  expect(await findExposedAddress(`http://127.0.0.1:${port}`)).toBe(outward);
  server.close();
});

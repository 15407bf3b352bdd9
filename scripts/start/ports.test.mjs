import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePorts } from "../testing/place.mjs";
import { requireFreePorts } from "./ports.mjs";
import { Problem } from "./problem.mjs";
import { PORTS, readSettings } from "./settings.mjs";

const held = [];
afterEach(() => held.splice(0).forEach((server) => server.close()));

async function holdTcp() {
  const server = createServer().listen(0, "127.0.0.1");
  held.push(server);
  await once(server, "listening");
  return server.address().port;
}

async function holdUdp() {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  held.push(socket);
  await once(socket, "listening");
  return socket.address().port;
}

const VARIABLES = Object.values(PORTS)
  .filter(({ isUdp }) => !isUdp)
  .map(({ variable }) => variable);

/** Settings in which every port is free but those of `changes`. */
const settingsWith = async (changes) => readSettings({ ...(await freePorts()), ...changes });

test.each(VARIABLES)("the port of %s in use is one sentence with what to do", async (variable) => {
  const port = await holdTcp();
  const refusal = requireFreePorts(await settingsWith({ [variable]: String(port) }));
  await expect(refusal).rejects.toThrow(Problem);
  await expect(refusal).rejects.toThrow(
    new RegExp(
      `^Port ${port}, meant for .+, is in use: stop the program that has it, or set ${variable} to another port\\.$`,
    ),
  );
});

test("a UDP port in use is called that", async () => {
  const port = await holdUdp();
  const settings = await settingsWith({ LIVEKIT_UDP_PORT: String(port) });
  await expect(requireFreePorts(settings)).rejects.toThrow(`Port ${port} (UDP), meant for`);
});

test("ports of parts that run elsewhere may be in use", async () => {
  const port = String(await holdTcp());
  const settings = await settingsWith({
    ...{ DATABASE_PORT: port, LIVEKIT_PORT: port, SMTP_PORT: port },
    DATABASE_URL: "postgresql://db.example.org/rostrum",
    LIVEKIT_URL: "https://media.example.org",
    SMTP_URL: "smtp://mail.example.org",
  });
  await requireFreePorts(settings);
});

test.each(["0", "65536", "http", "30.5"])("PORT=%s is refused", (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT is "${PORT}", which is not a port`);
});

import { createSocket } from "node:dgram";
import { createServer } from "node:net";
import { Problem } from "./problem.mjs";
import { PORTS } from "./settings.mjs";

const LOOPBACK = "127.0.0.1";

/** @throws Problem that names the port and the variable that moves it */
export async function requireFreePort(port, { variable, purpose, isUdp = false }) {
  if (await isFree(port, isUdp)) return;
  throw new Problem(
    `Port ${port}${isUdp ? " (UDP)" : ""}, meant for ${purpose}, is in use: stop the program that has it, or set ${variable} to another port.`,
  );
}

/** Fails at once, before anything slow, when a port that this run would use is taken. */
export async function requireFreePorts({ ports, external }) {
  const isOurs = {
    web: true,
    acs: true,
    database: !external.database,
    smtp: !external.smtp,
    mail: !external.smtp,
    livekit: !external.livekit,
    media: !external.livekit,
  };
  for (const [name, port] of Object.entries(ports)) {
    if (isOurs[name]) await requireFreePort(port, PORTS[name]);
  }
}

/** Free ports, chosen by the system: `count` of TCP and one of UDP. */
export async function chooseFreePorts(count) {
  const held = [];
  for (let made = 0; made < count; made += 1) held.push(await holdTcp(0));
  const udp = await holdUdp(0);
  const ports = { tcp: held.map((server) => server.address().port), udp: udp.address().port };
  await Promise.all([...held, udp].map(release));
  return ports;
}

async function isFree(port, isUdp) {
  try {
    await release(await (isUdp ? holdUdp(port) : holdTcp(port)));
    return true;
  } catch (error) {
    if (error.code === "EACCES") {
      throw new Problem(`Port ${port} may not be used by this user: choose one above 1023.`);
    }
    return false;
  }
}

function holdTcp(port) {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, LOOPBACK, () => resolve(server));
  });
}

function holdUdp(port) {
  return new Promise((resolve, reject) => {
    const socket = createSocket("udp4").once("error", reject);
    socket.bind(port, LOOPBACK, () => resolve(socket));
  });
}

function release(held) {
  return new Promise((resolve) => held.close(resolve));
}

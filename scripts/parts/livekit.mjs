import { statSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { requireFreePort } from "../start/ports.mjs";
import { Problem } from "../start/problem.mjs";
import { PORTS } from "../start/settings.mjs";
import { answers, waitUntil } from "../start/wait-until.mjs";

const START_LIMIT_MS = 60_000;

/** Writes what livekit-server reads at its start. @returns the file */
export function writeLivekitConfig(options) {
  const file = path.join(options.dataDir, "livekit.json");
  writeFileSync(file, JSON.stringify(configOf(options), null, 2), { mode: 0o600 });
  return file;
}

/** Starts livekit-server on loopback and waits until it answers. */
export async function startLivekit(processes, { program, config, dataDir, port, udpPort }) {
  await requireFreePort(port, PORTS.livekit);
  await requireFreePort(udpPort, PORTS.media);

  const log = path.join(dataDir, "logs/livekit.log");
  const logStart = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const server = processes.start("livekit-server", program, ["--config", config], {
    log,
    // The first signal waits for everybody to leave, the second does not.
    signals: ["SIGTERM", "SIGTERM"],
    patienceMs: 1_500,
  });
  let hasEnded = false;
  server.ended.then(() => (hasEnded = true));
  const isUp = () => answers(`http://127.0.0.1:${port}`);
  await waitUntil(async () => hasEnded || (await isUp()), START_LIMIT_MS);
  if (!hasEnded && (await isUp())) return server;
  const reason = readFileSync(log, "utf8").slice(logStart).trim().split("\n").at(-1);
  throw new Problem(`livekit-server does not start: ${reason || `see ${log}`}`);
}

/** YAML reads JSON. Nothing here opens a connection to the outside or a port beyond loopback. */
function configOf({ port, udpPort, webPort, key, secret }) {
  return {
    port,
    bind_addresses: ["127.0.0.1"],
    keys: { [key]: secret },
    rtc: {
      node_ip: "127.0.0.1",
      use_external_ip: false,
      enable_loopback_candidate: true,
      interfaces: { includes: [loopbackInterface()] },
      udp_port: udpPort,
      // Its TCP listener would ignore bind_addresses.
      tcp_port: 0,
      // Without a list of ours, browsers would be sent to public ones.
      stun_servers: ["127.0.0.1:3478"],
      // In a small call a late picture costs more than a key frame.
      pli_throttle: { low_quality: "100ms", mid_quality: "100ms", high_quality: "100ms" },
    },
    room: {
      auto_create: false,
      empty_timeout: 300,
      departure_timeout: 20,
      // What the call page offers; whatever else somebody sends, the others could not see or hear.
      enabled_codecs: ["audio/opus", "audio/red", "video/vp8"].map((mime) => ({ mime })),
    },
    webhook: { api_key: key, urls: [`http://127.0.0.1:${webPort}/api/livekit/webhook`] },
    logging: { level: "info", json: true },
  };
}

function loopbackInterface() {
  return process.platform === "linux" ? "lo" : "lo0";
}

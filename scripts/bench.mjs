// `npm run bench`: measures the product, with parts and data of its own beside a running `npm run
// up`, and prints a table. Arguments choose what is measured; see bench/README.md.
import "./start/require-node.mjs";
import path from "node:path";
import { startPeer } from "./bench/start-peer.mjs";
import { bundle } from "./build/bundle.mjs";
import { runCommand } from "./start/command.mjs";
import { installPackages } from "./start/install.mjs";
import { chooseFreePorts } from "./start/ports.mjs";
import { settingsBeside } from "./start/settings-beside.mjs";
import { PROJECT } from "./start/settings.mjs";
import { startParts } from "./start/start-parts.mjs";
import { programEnvironment } from "./test/run-tests.mjs";

const names = process.argv.slice(2);

await runCommand(settingsOfBench, async (run) => {
  const { processes, settings } = run;
  await installPackages(processes, run.say);
  const parts = await startParts(run);
  const peerUrl = await startPeer(run, parts);
  const program = path.join(PROJECT, settings.buildDir, "bench.mjs");
  await bundle("bench/run.ts", program);
  const env = {
    ...(await programEnvironment(run, parts)),
    WEB_PID: String(parts.webPid),
    ...(peerUrl && { PEER_URL: peerUrl }),
  };
  const args = ["--enable-source-maps", program, ...names];
  const { ended } = processes.start("benchmarks", process.execPath, args, { cwd: PROJECT, env });
  return (await ended).code ?? 1;
});

async function settingsOfBench() {
  const settings = await settingsBeside(process.env.DATA_DIR || ".data/bench");
  const [peerPort] = (await chooseFreePorts(1)).tcp;
  return { ...settings, peerPort };
}

import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { Problem } from "../start/problem.mjs";
import { PROJECT } from "../start/settings.mjs";
import { answers, waitUntil } from "../start/wait-until.mjs";

const START_LIMIT_MS = 60_000;
const PNPM = "pnpm@10.18.2";

/** A checkout of github.com/livekit-examples/meet is looked for here when PEER_DIR names none. */
const USUAL_PLACE = path.resolve(PROJECT, "../shared/peers/livekit-meet");

/**
 * Starts the product that ours is compared to, on our media server: the LiveKit Meet example, out
 * of PEER_DIR. Builds it first, in a copy, when that has not been done.
 *
 * @returns its address; undefined when there is no checkout
 */
export async function startPeer({ processes, settings, say }, { env }) {
  const checkout = process.env.PEER_DIR ? path.resolve(process.env.PEER_DIR) : USUAL_PLACE;
  if (!existsSync(path.join(checkout, "package.json"))) {
    say("No peer to compare with: set PEER_DIR to a checkout of github.com/livekit-examples/meet");
    return undefined;
  }
  const folder = isBuilt(checkout) ? checkout : await buildCopy(processes, settings, checkout, say);
  const url = `http://127.0.0.1:${settings.peerPort}`;
  const program = path.join(folder, "node_modules/next/dist/bin/next");
  const args = [program, "start", "-p", String(settings.peerPort), "-H", "127.0.0.1"];
  processes.start("the peer", process.execPath, args, {
    cwd: folder,
    env: { ...peerEnvironment(env), NODE_ENV: "production" },
    log: path.join(settings.dataDir, "logs/peer.log"),
  });
  if (await waitUntil(() => answers(url), START_LIMIT_MS)) return url;
  throw new Problem("The peer does not start: see logs/peer.log in the data folder.");
}

function peerEnvironment({ LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET }) {
  const { PATH, HOME } = process.env;
  const own = { PATH, HOME, NEXT_TELEMETRY_DISABLED: "1" };
  const url = LIVEKIT_URL.replace(/^http/, "ws");
  return { ...own, LIVEKIT_URL: url, LIVEKIT_API_KEY, LIVEKIT_API_SECRET };
}

function isBuilt(folder) {
  return existsSync(path.join(folder, ".next/BUILD_ID"));
}

async function buildCopy(processes, { dataDir }, checkout, say) {
  const folder = path.join(dataDir, "peer");
  if (isBuilt(folder)) return folder;
  say("Building the peer; this happens once");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(checkout, folder, { recursive: true });
  fillPointers(path.join(folder, "public"));
  const steps = [
    ["npx", "--yes", PNPM, "install", "--frozen-lockfile"],
    ["npx", "next", "build"],
  ];
  for (const [command, ...args] of steps) {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
    const { code, output } = await processes.run("the peer", command, args, { cwd: folder, env });
    if (code !== 0)
      throw new Problem(`The peer could not be built:\n${output.trim().slice(-2_000)}`);
  }
  return folder;
}

/** Pictures that Git LFS left as pointers stop the build; one of its own stands in for them. */
function fillPointers(folder) {
  const picture = path.join(folder, "images/livekit-meet-open-graph.png");
  const backgrounds = path.join(folder, "background-images");
  for (const name of existsSync(backgrounds) ? readdirSync(backgrounds) : []) {
    const file = path.join(backgrounds, name);
    if (!readFileSync(file, "utf8").startsWith("version https://git-lfs")) continue;
    rmSync(file);
    copyFileSync(picture, file);
  }
}

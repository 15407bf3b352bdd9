import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { inTurn } from "../start/in-turn.mjs";
import { Problem } from "../start/problem.mjs";
import { PROJECT } from "../start/settings.mjs";
import { fetchRelease } from "./livekit-release.mjs";

const VERSION = "1.13.5";
const TOOLS_MODULE = path.join(PROJECT, "scripts/livekit");
const PACKAGE = "github.com/livekit/livekit-server/cmd/server";
/** Older ones lack the signalling that our gate lets through. */
const LEAST = [1, 13];
const LEAST_GO = [1, 26];
/** Shared by every data folder: the program is the same for all. */
const BIN_FOLDER = path.join(PROJECT, ".data/bin");

/**
 * The path of a livekit-server: one on the path, one made before, one built now, or the release.
 *
 * @param advice the `config` file and the `url` for somebody who runs it in a container
 * @param places where to keep what is made (`binFolder`) and where to fetch from (`releases`)
 * @throws Problem with the commands that bring one when none of these works
 */
export async function findLivekit(processes, say, advice, places = {}) {
  const { binFolder = BIN_FOLDER, releases } = places;
  const reasons = [];
  const installed = versionOf("livekit-server");
  if (installed && isEnough(installed, LEAST)) return "livekit-server";
  if (installed) reasons.push(`the one on the path is ${installed}, older than ${LEAST.join(".")}`);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = path.join(binFolder, `livekit-server-${VERSION}${suffix}`);
  mkdirSync(binFolder, { recursive: true });
  await inTurn("obtaining livekit-server", say, async () => {
    if (versionOf(program)) return;
    const unfinished = `${program}.${process.pid}`;
    for (const obtain of [build, download]) {
      const failure = await obtain(processes, unfinished, say, releases);
      if (!failure) return renameSync(unfinished, program);
      reasons.push(failure);
    }
    throw new Problem(adviceAfter(reasons, advice));
  });
  return program;
}

/** @returns such as "1.13.5", or undefined when the program is not there or does not run */
function versionOf(program) {
  if (path.isAbsolute(program) && !existsSync(program)) return undefined;
  try {
    const text = execFileSync(program, ["--version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return /\d+(\.\d+)+/.exec(text)?.[0];
  } catch {
    return undefined;
  }
}

/** @returns why it did not work, or undefined */
async function build(processes, target, say) {
  const go = goVersion();
  if (!go) return "Go is not installed";
  if (!isEnough(go, LEAST_GO)) return `Go ${go} is older than ${LEAST_GO.join(".")}`;
  say(`Building livekit-server ${VERSION}; this happens once and takes a few minutes`);
  const args = ["build", "-trimpath", "-ldflags=-s -w", "-o", target, PACKAGE];
  const environment = { ...process.env, CGO_ENABLED: "0" };
  const options = { cwd: TOOLS_MODULE, env: environment };
  const { code, output } = await processes.run("go build", "go", args, options);
  return code === 0 ? undefined : `go build failed (${output.trim().split("\n").at(-1)})`;
}

function goVersion() {
  try {
    // Asked outside the module: an old Go would try to fetch the newer one that the module names.
    const text = execFileSync("go", ["env", "GOVERSION"], {
      encoding: "utf8",
      cwd: path.parse(PROJECT).root,
    });
    return text.trim().replace(/^go/, "");
  } catch {
    return undefined;
  }
}

function isEnough(version, [leastMajor, leastMinor]) {
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

async function download(_processes, target, say, releases) {
  say(`Fetching livekit-server ${VERSION}`);
  return fetchRelease({ version: VERSION, target, releases });
}

function adviceAfter(reasons, { config, url }) {
  return [
    `There is no livekit-server that can be used (${reasons.join("; ")}). Bring one in one of these ways, then start again:`,
    `  Linux   curl -sSL https://get.livekit.io | bash`,
    `  macOS   brew install livekit`,
    `  Go      install Go ${LEAST_GO.join(".")} or newer from https://go.dev/dl, Rostrum then builds it`,
    `  Docker  docker run --rm --network host -v "${config}:/livekit.json" livekit/livekit-server:v${VERSION} --config /livekit.json`,
    `          and meanwhile LIVEKIT_URL=${url} npm run up`,
  ].join("\n");
}

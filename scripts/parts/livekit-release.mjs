import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const RELEASES = "https://github.com/livekit/livekit/releases/download";
const PROCESSORS = { x64: "amd64", arm64: "arm64", arm: "armv7" };
const ARCHIVES = { linux: "tar.gz", win32: "zip" };
const LIMIT_MS = 300_000;

/**
 * Fetches the project's release of livekit-server for this system, if its checksum is the listed one.
 *
 * @returns why it did not work, or undefined
 */
export async function fetchRelease({
  version,
  target,
  releases = RELEASES,
  platform = process.platform,
  processor = process.arch,
}) {
  const ending = ARCHIVES[platform];
  const architecture = PROCESSORS[processor];
  if (!ending || !architecture) return `there is no release for ${platform} on ${processor}`;
  const system = platform === "win32" ? "windows" : platform;
  const name = `livekit_${version}_${system}_${architecture}.${ending}`;
  try {
    const list = await download(`${releases}/v${version}/checksums.txt`);
    const archive = await download(`${releases}/v${version}/${name}`);
    if (!isListed(list.toString("utf8"), name, archive)) {
      return `the checksum of ${name} is not the one that its release lists`;
    }
    unpack(archive, name, target, platform);
    return undefined;
  } catch (error) {
    return `the release could not be fetched (${error.cause?.code ?? error.message})`;
  }
}

async function download(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return Buffer.from(await response.arrayBuffer());
}

function isListed(list, name, archive) {
  const digest = createHash("sha256").update(archive).digest("hex");
  const lines = list.split("\n").map((line) => line.trim().split(/\s+\*?/));
  return lines.some(([listed, file]) => file === name && listed === digest);
}

function unpack(archive, name, target, platform) {
  const folder = mkdtempSync(path.join(path.dirname(target), "unpack-"));
  try {
    const program = platform === "win32" ? "livekit-server.exe" : "livekit-server";
    writeFileSync(path.join(folder, name), archive);
    // tar reads zip archives too where there are some, on Windows.
    execFileSync("tar", ["-xf", name, program], { cwd: folder, stdio: "ignore" });
    chmodSync(path.join(folder, program), 0o755);
    renameSync(path.join(folder, program), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

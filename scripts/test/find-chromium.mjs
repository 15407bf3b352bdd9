import { existsSync } from "node:fs";
import { Problem } from "../start/problem.mjs";
import { onPath } from "./on-path.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The system's Chromium: the one that CHROMIUM names, or one on the path; as root on Debian it is
 * installed.
 *
 * @throws Problem that says how to get one
 */
export async function findChromium(processes, say, { CHROMIUM, PATH = "" } = process.env) {
  if (CHROMIUM) {
    if (existsSync(CHROMIUM)) return CHROMIUM;
    throw new Problem(
      `CHROMIUM is ${CHROMIUM}, where there is nothing: set it to a browser's path.`,
    );
  }
  const found = onPath(NAMES, PATH);
  if (found) return found;
  await install(processes, say, PATH);
  const installed = onPath(NAMES, PATH);
  if (installed) return installed;
  throw new Problem(
    "Chromium was not found: install it (Debian: apt-get install chromium), or set CHROMIUM to a browser's path (macOS: /Applications/Google Chrome.app/Contents/MacOS/Google Chrome).",
  );
}

async function install(processes, say, searchPath) {
  const program = onPath(["apt-get"], searchPath);
  if (!program || process.getuid?.() !== 0) return;
  say("Installing Chromium (apt-get)");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await processes.run("apt-get", program, ["update"], { env });
  await processes.run("apt-get", program, ["install", "-y", "chromium"], { env });
}

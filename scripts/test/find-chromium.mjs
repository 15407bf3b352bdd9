import { existsSync } from "node:fs";
import path from "node:path";
import { Problem } from "../start/problem.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The system's Chromium: CHROMIUM, or one on the path; on Debian as root it is installed.
 *
 * @throws Problem that says how to get one
 */
export async function findChromium(processes, say) {
  const found = process.env.CHROMIUM ?? onPath();
  if (found && existsSync(found)) return found;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    say("Installing Chromium (apt-get)");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await processes.run("apt-get", "apt-get", ["update"], { env });
    await processes.run("apt-get", "apt-get", ["install", "-y", "chromium"], { env });
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Problem("Chromium was not found: install it, or set CHROMIUM to its path.");
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find((place) => existsSync(place));
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";
import { PROJECT } from "./settings.mjs";

const LEAST_NODE = [20, 19];
const MODULES = path.join(PROJECT, "node_modules");
const STAMP = path.join(MODULES, ".rostrum-lock");

/** @throws Problem when this Node is too old for the packages */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Problem(
    `Node ${version} is too old: install Node ${LEAST_NODE.join(".")} or newer from https://nodejs.org.`,
  );
}

/** Installs the packages with `npm ci`, when they are not those of the lock file. */
export async function installPackages(processes, say) {
  const lock = readFileSync(path.join(PROJECT, "package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === digest) return;
  if (isInstalledFrom(lock)) {
    writeFileSync(STAMP, digest);
    return;
  }

  say("Installing packages (npm ci); this takes a minute or two");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // No install step is needed: Prisma's would look for a download, and PostgreSQL's links are ours.
  const options = { cwd: PROJECT, shell: process.platform === "win32" };
  const { code, error, output } = await processes.run(
    "npm ci",
    npm,
    ["ci", "--ignore-scripts"],
    options,
  );
  if (error)
    throw new Problem("npm was not found: install it together with Node, then start again.");
  if (code !== 0) {
    throw new Problem(
      `npm ci failed: check the network connection and the free disk space, then start again. It said:\n${lastLines(output)}`,
    );
  }
  writeFileSync(STAMP, digest);
}

/** npm notes what it installed; a person who ran `npm install` needs no second round. */
function isInstalledFrom(lock) {
  const noteFile = path.join(MODULES, ".package-lock.json");
  if (!existsSync(noteFile)) return false;
  const wanted = JSON.parse(lock).packages;
  const installed = JSON.parse(readFileSync(noteFile, "utf8")).packages;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    return place === "" || optional || installed[place]?.version === version;
  });
}

function lastLines(output) {
  const lines = output.trim().split("\n");
  const errors = lines.filter((line) => line.startsWith("npm error"));
  return (errors.length > 0 ? errors : lines).slice(0, 6).join("\n");
}

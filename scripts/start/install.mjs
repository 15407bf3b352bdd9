import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inTurn } from "./in-turn.mjs";
import { Problem } from "./problem.mjs";
import { PROJECT } from "./settings.mjs";

/** Installs the packages with `npm ci`, when they are not those of the lock file. */
export function installPackages(processes, say, project = PROJECT) {
  return inTurn("installing packages", say, () => installMissing(processes, say, project));
}

async function installMissing(processes, say, project) {
  const lock = readFileSync(path.join(project, "package-lock.json"));
  const modules = path.join(project, "node_modules");
  const stampFile = path.join(modules, ".rostrum-lock");
  const digest = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === digest) return;
  if (isInstalledFrom(lock, modules)) {
    writeFileSync(stampFile, digest);
    return;
  }

  say("Installing packages (npm ci); this takes a minute or two");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // No install step is needed: Prisma's would look for a download, and PostgreSQL's links are ours.
  const options = { cwd: project, shell: process.platform === "win32" };
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
  writeFileSync(stampFile, digest);
}

/** npm notes what it installed; a person who ran `npm install` needs no second round. */
function isInstalledFrom(lock, modules) {
  const noteFile = path.join(modules, ".package-lock.json");
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

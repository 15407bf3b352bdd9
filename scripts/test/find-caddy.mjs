import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { Problem } from "../start/problem.mjs";
import { onPath } from "./on-path.mjs";

/**
 * A Caddy to try our configuration with: the one that CADDY names, or one on the path; on Debian its
 * package is unpacked into `folder`. It is not installed: that would start a web server here.
 *
 * @throws Problem that says how to get one
 */
export async function findCaddy(processes, say, folder, { CADDY, PATH = "" } = process.env) {
  if (CADDY) {
    if (existsSync(CADDY)) return CADDY;
    throw new Problem(`CADDY is ${CADDY}, where there is nothing: set it to the program's path.`);
  }
  const found = onPath(["caddy"], `${PATH}${path.delimiter}${path.join(folder, "usr/bin")}`);
  if (found) return found;
  await unpack(processes, say, folder, PATH);
  const unpacked = path.join(folder, "usr/bin/caddy");
  if (existsSync(unpacked)) return unpacked;
  throw new Problem(
    "Caddy was not found: install it (https://caddyserver.com/docs/install), or set CADDY to its path.",
  );
}

async function unpack(processes, say, folder, searchPath) {
  const program = onPath(["apt-get"], searchPath);
  if (!program) return;
  say("Fetching Caddy (apt-get)");
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) await processes.run("apt-get", program, ["update"]);
  await processes.run("apt-get", program, ["download", "caddy"], { cwd: folder });
  const archive = readdirSync(folder).find((name) => /^caddy_.*\.deb$/.test(name));
  if (archive) await processes.run("dpkg-deb", "dpkg-deb", ["-x", archive, "."], { cwd: folder });
}

import path from "node:path";
import { Problem } from "../start/problem.mjs";
import { PROJECT } from "../start/settings.mjs";

/** Adds the demo to an empty database, and writes its links to `linksFile` and its connection string to `acsFile`. */
export async function addDemo(processes, { buildDir, env, linksFile, acsFile }) {
  const program = path.join(PROJECT, buildDir, "seed.mjs");
  const options = {
    cwd: PROJECT,
    env: { ...env, DEMO_LINKS_FILE: linksFile, DEMO_ACS_FILE: acsFile },
  };
  const args = ["--enable-source-maps", program];
  const { code, output } = await processes.run("demo data", process.execPath, args, options);
  if (code !== 0) throw new Problem(`The demo data could not be added:\n${output.trim()}`);
}

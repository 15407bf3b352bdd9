import path from "node:path";
import { PROJECT } from "../start/settings.mjs";

const bin = (name) => path.join(PROJECT, "node_modules", name);

/** Each check that needs nothing running: its program and arguments. */
export const STATIC_CHECKS = {
  format: [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."],
  lint: [bin("eslint/bin/eslint.js"), "--max-warnings", "0", "."],
  types: [bin("typescript/bin/tsc"), "--noEmit", "-p", "."],
};

/** Runs one of them and shows what it says. @returns whether it found nothing */
export async function runCheck(processes, name) {
  const options = { cwd: PROJECT, pipe: false };
  const { ended } = processes.start(name, process.execPath, STATIC_CHECKS[name], options);
  return (await ended).code === 0;
}

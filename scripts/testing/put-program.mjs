import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Puts a program that does what the shell `script` says into a folder. @returns its path */
export function putProgram(folder, name, script) {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

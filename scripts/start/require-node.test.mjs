import { expect, test } from "vitest";
import { usePrograms } from "../testing/programs.mjs";

const runProgram = usePrograms();

/** Runs a command under a Node that says it is of this version. */
function runUnder(version, file) {
  const versions = `{ value: { ...process.versions, node: "${version}" } }`;
  const preload = `Object.defineProperty(process, "versions", ${versions});`;
  return runProgram(file, { args: ["--import", `data:text/javascript,${preload}`] }).ended;
}

test.each([
  "up",
  "dev",
  "test",
  "check",
  "build",
  "start",
  "add-organization",
  "move-in",
  "migrate",
  "verify-records",
  "pictures",
  "bench",
])("`npm run %s` under an old Node says which one it needs", async (command) => {
  for (const version of ["18.20.8", "20.18.3"]) {
    expect(await runUnder(version, `scripts/${command}.mjs`)).toEqual({
      code: 1,
      output: `Node ${version} is too old: install Node 20.19 or newer from https://nodejs.org.\n`,
    });
  }
});

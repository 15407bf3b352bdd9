import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach } from "vitest";
import { PROJECT } from "../start/settings.mjs";
import { waitUntil } from "../start/wait-until.mjs";

const LIMIT_MS = 150_000;

/** Runs our commands as a person does, in processes of their own; those that still run end with the test. */
export function usePrograms() {
  const running = new Set();

  afterEach(async () => {
    for (const program of running) program.signal("SIGTERM");
    await Promise.all([...running].map((program) => program.ended));
  });

  /** `args` are Node's own, `operands` the command's. */
  return function runProgram(file, { args = [], operands = [], env = {} } = {}) {
    const program = start([...args, path.resolve(PROJECT, file), ...operands], env);
    running.add(program);
    program.ended.then(() => running.delete(program));
    return program;
  };
}

/** What a command prints, `says` some text, and how it `ended`: `{ code, output }`. */
function start(args, env) {
  // What the tests' own environment says about parts is not meant for a command that is tried.
  const { PATH, HOME, TEST_DATABASE_URL } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { PATH, HOME, TEST_DATABASE_URL, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let hasEnded = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  }
  const ended = new Promise((resolve) =>
    child.once("close", (code) => {
      hasEnded = true;
      resolve({ code, output });
    }),
  );
  const says = async (text) => {
    await waitUntil(() => hasEnded || output.includes(text), LIMIT_MS);
    if (!output.includes(text)) throw new Error(`It does not say "${text}" but:\n${output}`);
    return output;
  };
  return { pid: child.pid, ended, says, signal: (name) => child.kill(name) };
}

/** The processes that a command on this data folder has started, as it notes them: `{ name, pid }`. */
export function childrenOf(dataDir) {
  return JSON.parse(readFileSync(path.join(dataDir, "running.json"), "utf8")).children;
}

/** Those of the processes, each the leader of a group, of whose group something still lives. */
export function stillAlive(processes) {
  const lines = execFileSync("ps", ["-A", "-o", "pgid=,stat="], { encoding: "utf8" }).split("\n");
  const living = lines
    .map((line) => line.trim().split(/\s+/))
    // What is dead and only not collected yet does nothing any more.
    .filter(([, state]) => state && !state.startsWith("Z"))
    .map(([group]) => Number(group));
  return processes.filter(({ pid }) => living.includes(pid)).map(({ name }) => name);
}

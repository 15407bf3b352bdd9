import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { Problem } from "./problem.mjs";
import { processIdentity } from "./process-identity.mjs";
import { waitUntil } from "./wait-until.mjs";

const PATIENCE_MS = 8_000;

/**
 * The processes that one command has started. Each leads a process group of its own, so that Ctrl-C
 * reaches only us and we decide the order of the end.
 */
export class Processes {
  #running = new Map();
  #isClosed = false;
  #onChange;

  /** @param onChange is told the list of `{ name, pid, identity, signals }` after each change */
  constructor(onChange = () => {}) {
    this.#onChange = onChange;
  }

  /** Whether everything is being ended. */
  get isClosed() {
    return this.#isClosed;
  }

  /**
   * Starts a process that goes on in the background.
   *
   * @param options.log the file for what it prints; without one it prints where we do
   * @param options.pipe hand its output to the caller instead
   * @param options.signals how to ask it to end, one after another, each after `patienceMs`
   */
  start(name, command, args, options = {}) {
    if (this.#isClosed) throw new Problem(`${name} is not started any more.`);
    const { log, pipe, signals = ["SIGTERM"], patienceMs = PATIENCE_MS, ...rest } = options;
    const output = log ? openSync(log, "a") : pipe ? "pipe" : "inherit";
    const child = spawn(command, args, {
      ...rest,
      detached: true,
      stdio: ["ignore", output, output],
    });
    if (log) closeSync(output);
    const ended = new Promise((resolve) => {
      child.once("error", (error) => resolve({ error }));
      child.once("close", (code, signal) => resolve({ code, signal }));
    });
    const entry = { name, child, ended, signals, patienceMs };
    if (child.pid) this.#add(entry);
    ended.then(() => this.#remove(child.pid));
    return { pid: child.pid, child, ended, stop: () => this.#stop(entry) };
  }

  /** Runs a process to its end and returns `{ code, signal, error, output }`. */
  async run(name, command, args, options = {}) {
    const { child, ended } = this.start(name, command, args, { pipe: true, ...options });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    }
    return { ...(await ended), output };
  }

  /** Ends everything, the youngest first, and lets nothing more start. */
  async stopAll() {
    this.#isClosed = true;
    for (const entry of [...this.#running.values()].reverse()) await this.#stop(entry);
  }

  async #stop(entry) {
    await endGroup(entry.child.pid, entry);
  }

  #add(entry) {
    entry.identity = processIdentity(entry.child.pid);
    this.#running.set(entry.child.pid, entry);
    this.#tell();
  }

  #remove(pid) {
    if (this.#running.delete(pid)) this.#tell();
  }

  #tell() {
    const list = [...this.#running.values()];
    this.#onChange(list.map(describe));
  }
}

function describe({ name, child, identity, signals }) {
  return { name, pid: child.pid, identity, signals };
}

/** Ends a process of an earlier run that is not our child. */
export async function endLeftover({ pid, identity, signals }) {
  if (!identity || processIdentity(pid) !== identity) return;
  const ended = waitUntil(() => processIdentity(pid) !== identity, 3 * PATIENCE_MS);
  await endGroup(pid, { signals, ended, patienceMs: PATIENCE_MS });
}

async function endGroup(pid, { signals, ended, patienceMs }) {
  let isOver = false;
  const over = ended.then(() => (isOver = true));
  for (const signal of signals) {
    // Only the leader is asked: it knows in which order what it has started ends. PostgreSQL's own
    // processes take the same signals for other requests.
    if (!signalOne(pid, signal)) break;
    await Promise.race([over, pause(patienceMs)]);
    if (isOver) break;
  }
  // A leader that did not listen, and what it had started, must not outlive this.
  signalOne(-pid, "SIGKILL");
  await Promise.race([over, pause(patienceMs)]);
}

/** @returns whether there was somebody to signal; a negative id is a group's */
function signalOne(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

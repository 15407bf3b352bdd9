import { describeError, Problem } from "./problem.mjs";
import { Processes } from "./processes.mjs";
import { claimDataFolder } from "./run-record.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const MOST_RESTARTS = 5;

/**
 * Runs a command that starts processes. Whatever ends it (its own end, a failure, a signal, a part
 * that dies), everything it started is ended first.
 *
 * @param readSettings gives the settings; it may refuse them with a Problem
 * @param work gets `{ processes, settings, say, watch, stopped }`; `stopped` settles at the end
 */
export async function runCommand(readSettings, work) {
  // A closed terminal must not end us before our children.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const end = makeEnd();
  for (const signal of SIGNALS) process.on(signal, () => end.reach({ signal }));
  process.on("uncaughtException", (error) => end.reach({ error }));

  let record;
  const processes = new Processes((children) => record?.update(children));
  const start = async () => {
    const settings = await readSettings();
    record = await claimDataFolder(settings.dataDir);
    const watch = watchParts(processes, end);
    return work({ processes, settings, say, watch, stopped: end.reached });
  };
  const done = start().then(
    (exitCode = 0) => ({ exitCode }),
    (error) => ({ error }),
  );
  const outcome = await Promise.race([done, end.reached]);
  if (outcome.error) console.error(describeError(outcome.error));
  if (outcome.signal) say("Stopping");
  await processes.stopAll();
  record?.close();
  process.exit(outcome.exitCode ?? (outcome.error ? 1 : exitCodeOf(outcome)));
}

function makeEnd() {
  let reach;
  const reached = new Promise((resolve) => (reach = resolve));
  return { reach, reached };
}

function exitCodeOf({ signal }) {
  // Ctrl-C is how `up` is meant to end.
  return signal === "SIGINT" ? 0 : 143;
}

/** Starts a part again when it dies and knows how; ends the command when it does not. */
function watchParts(processes, end) {
  let restarts = 0;
  return function watch(name, server, startAgain) {
    server.ended.then(async () => {
      if (processes.isClosed) return;
      if (!startAgain || restarts >= MOST_RESTARTS) {
        end.reach({ error: new Problem(`${name} ended unexpectedly: see its log.`) });
        return;
      }
      restarts += 1;
      say(`${name} ended unexpectedly; starting it again`);
      try {
        watch(name, await startAgain(), startAgain);
      } catch (error) {
        end.reach({ error });
      }
    });
  };
}

function say(text) {
  console.log(text);
}

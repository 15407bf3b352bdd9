import "server-only";

/** Says what has to be put right, a line each, and ends the process. */
export function refuseToStart(problems: readonly string[]): never {
  const lines = problems.map((problem) => `  ${problem}\n`);
  process.stderr.write(`Rostrum does not start:\n${lines.join("")}`);
  process.exit(1);
}

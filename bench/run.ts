import { availableParallelism, loadavg } from "node:os";
import { MEASUREMENTS, type MeasurementName } from "./measurements";
import type { Row } from "./support/row";
import { drawTable } from "./support/table";

const ALL = Object.keys(MEASUREMENTS).filter(isName);

/** Measures what the arguments name, or everything, one after another, and prints the table. */
async function run(asked: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  const surroundings = `${availableParallelism()} cores, load ${loadBefore()} before the start`;
  const unknown = asked.filter((name) => !isName(name));
  if (unknown.length > 0) {
    process.exitCode = 1;
    return console.error(`Nobody measures ${unknown.join(", ")}. There is ${ALL.join(", ")}.`);
  }
  for (const name of asked.length > 0 ? asked.filter(isName) : ALL) {
    console.log(`Measuring ${name}`);
    try {
      rows.push(...(await MEASUREMENTS[name]()));
    } catch (error) {
      // The others still count; the run as a whole has failed.
      process.exitCode = 1;
      console.error(`${name} could not be measured:`, error);
    }
  }
  console.log(`\n${drawTable(rows)}\n\n${surroundings}`);
}

/** How many processes wanted to run, on average of the last minute. Above one, numbers mean little. */
function loadBefore(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function isName(name: string): name is MeasurementName {
  return Object.hasOwn(MEASUREMENTS, name);
}

await run(process.argv.slice(2));
// Media threads and open pools would keep the process.
process.exit();

import "server-only";
import { pool } from "@/lib/data/client";
import { SourceProblem } from "./acs-source";
import { runMoveIn } from "./run-move-in";

try {
  await runMoveIn(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  console.error(error instanceof SourceProblem ? error.message : error);
  process.exitCode = 1;
} finally {
  await pool().$disconnect();
}

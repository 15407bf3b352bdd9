import "server-only";
import { pool } from "@/lib/data/client";
import { SourceProblem } from "./ask-source";
import { runMoveIn } from "./run-move-in";

try {
  await runMoveIn(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  if (!(error instanceof SourceProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await pool().$disconnect();
}

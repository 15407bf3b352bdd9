// `MOVE_IN_FROM="endpoint=…;accesskey=…" npm run move-in -- --organization <slug> [--dry-run]`: brings
// every room and roster of an ACS resource here, with their ids. It can be stopped and run again at
// any time. The environment is the server's; without DATABASE_URL it is that of a running `npm run up`.
import "./start/require-node.mjs";
import { runBuilt } from "./start/run-built.mjs";

await runBuilt("move-in", { isTool: true });

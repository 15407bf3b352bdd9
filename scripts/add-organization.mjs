// `npm run add-organization -- --name "Hillside Practice" --kind clinic --time-zone Europe/Berlin
// --owner "Dr Mira Halloran" --email mira.halloran@hillside.example`: in production, the
// first step. The environment is the server's; without DATABASE_URL it is that of a running `npm run up`.
import "./start/require-node.mjs";
import { runBuilt } from "./start/run-built.mjs";

await runBuilt("add-organization", { isTool: true });

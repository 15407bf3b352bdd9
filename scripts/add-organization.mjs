// `npm run add-organization -- --name "Hillside Practice" --kind clinic --time-zone Europe/Berlin
// --owner "Dr Mira Halloran" --email mira.halloran@hillside.example`: in production, the first step.
import "./start/require-node.mjs";
import { runBuilt } from "./start/run-built.mjs";

await runBuilt("add-organization");

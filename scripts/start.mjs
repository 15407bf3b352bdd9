// `npm start`: the product as `npm run build` left it, in production, with the parts that the
// environment names (lib/env.ts). It stays one process, so that signals reach it.
import "./start/require-node.mjs";
import { runBuilt } from "./start/run-built.mjs";

await runBuilt("server");

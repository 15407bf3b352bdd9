#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which would be a download: answers the CLI's JSON-RPC
// on stdio with the WebAssembly build that is among the installed packages.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { changeDatabase, failureCode } from "./schema-engine/change-database.mjs";
import { logError } from "./schema-engine/log-error.mjs";
import { optionValue } from "./schema-engine/options.mjs";
import { answerRequests } from "./schema-engine/answer-requests.mjs";

const commandLine = process.argv.slice(2);

if (commandLine[0] === "--version" || commandLine[0] === "-V") printVersion();
else if (commandLine.includes("cli")) await runCommand(optionValue(commandLine, "cli"));
else await answerRequests(commandLine);

function printVersion() {
  const require = createRequire(import.meta.url);
  const wasmFile = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const manifest = JSON.parse(readFileSync(new URL("./package.json", `file://${wasmFile}`)));
  console.log(`schema-engine-wasm ${manifest.version}`);
}

async function runCommand(command) {
  // The CLI drops the first line of what it reads.
  process.stderr.write("{}\n");
  try {
    const { url } = JSON.parse(optionValue(commandLine, "--datasource"));
    await changeDatabase(command, url);
  } catch (error) {
    logError(error.message, failureCode(error));
    process.exitCode = 1;
  }
}

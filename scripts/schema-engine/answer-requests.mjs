import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { createDatabase } from "./change-database.mjs";
import { loadEngine } from "./load-engine.mjs";
import { logError } from "./log-error.mjs";
import { MigrationAdapter } from "./migration-adapter.mjs";
import { optionValue, optionValues } from "./options.mjs";

const FIRST_PRINT_ID = 1_000_000;

/** Answers the CLI's requests, one after another, until it closes the pipe. */
export async function answerRequests(commandLine) {
  const datasource = JSON.parse(optionValue(commandLine, "--datasource") ?? "{}");
  const factory = datasource.url
    ? bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(datasource))
    : undefined;
  const schemas = optionValues(commandLine, "--datamodels");
  const datamodels = schemas.map((file) => [file, readFileSync(file, "utf8")]);
  const session = { datasource, factory, printId: FIRST_PRINT_ID };

  process.on("uncaughtException", (error) => {
    const panic = globalThis.PRISMA_WASM_PANIC_REGISTRY?.message;
    logError(`schema engine panic: ${panic ?? error.stack}`);
    process.exit(1);
  });
  const load = once(() => loadEngine(datamodels, factory ?? withoutDatabase()));
  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    if (line.trim()) queue = queue.then(() => answer(session, load, JSON.parse(line)));
  });
  lines.on("close", () => queue.finally(() => process.exit(0)));
}

async function answer(session, load, request) {
  if (!request.method) return;
  try {
    const result = await resultOf(session, await load(), request);
    send({ id: request.id, result: result ?? {} });
  } catch (error) {
    send({ id: request.id, error: describeFailure(session.factory, error) });
  }
}

async function resultOf(session, engine, { method, params }) {
  if (method === "getDatabaseVersion") return engine.version(params);
  if (method === "createDatabase") {
    return { databaseName: await createDatabase(session.datasource.url) };
  }
  const result = await engine[method](params);
  if (method !== "diff") return result;
  // The CLI expects the text of a difference as a request of its own.
  if (result.stdout) {
    send({ id: session.printId++, method: "print", params: { content: result.stdout } });
  }
  return { ...result, stdout: null };
}

function describeFailure(factory, error) {
  const captured =
    error?.id === undefined ? undefined : factory?.errorRegistry?.consumeError?.(error.id);
  const cause = captured?.error ?? error;
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: {
      is_panic: false,
      message: String(cause?.message ?? cause),
      meta: cause?.meta ?? null,
      error_code: cause?.code ?? null,
    },
  };
}

function withoutDatabase() {
  const refuse = async () => {
    throw new Error("no datasource url");
  };
  const adapter = { provider: "postgres", adapterName: "none" };
  return { ...adapter, connect: refuse, connectToShadowDb: refuse };
}

function once(make) {
  let made;
  return () => (made ??= make());
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

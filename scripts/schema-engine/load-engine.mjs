import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const GLUE = "@prisma/schema-engine-wasm/schema_engine_bg";

/** Loads the engine. `datamodels` are pairs of a schema's path and text. */
export async function loadEngine(datamodels, adapterFactory) {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasmFile = createRequire(import.meta.url)
    .resolve(GLUE)
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message(message) {
      this.message = message;
    },
  };
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  const log = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  return glue.SchemaEngine.new(options, log, adapterFactory);
}

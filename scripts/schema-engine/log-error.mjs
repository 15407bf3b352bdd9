/** Writes an error in the form that the CLI reads from the engine. */
export function logError(message, code) {
  const line = {
    timestamp: new Date().toISOString(),
    level: "ERROR",
    fields: { message, error_code: code },
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

import { startPostgres } from "../parts/postgres.mjs";

const DATABASE = "rostrum";

/** Starts the built-in PostgreSQL unless DATABASE_URL names one, and migrates. @returns its URL */
export async function startDatabase({ processes, settings, watch }, secrets, isCareless) {
  const { external, dataDir, ports } = settings;
  let url = external.database;
  if (!url) {
    const options = {
      dataDir,
      port: ports.database,
      password: secrets.databasePassword,
      isCareless,
    };
    const server = await startPostgres(processes, options);
    watch("PostgreSQL", server);
    url = server.url(DATABASE);
  }
  // Loaded here, because the packages may not be there yet when this file is.
  const { applyMigrations } = await import("../database/apply-migrations.mjs");
  await applyMigrations(url);
  return url;
}

import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { applyMigrations } from "../../scripts/database/apply-migrations.mjs";
import { findLivekit } from "../../scripts/parts/livekit-program.mjs";
import { startLivekit, writeLivekitConfig } from "../../scripts/parts/livekit.mjs";
import { startPostgres } from "../../scripts/parts/postgres.mjs";
import { startWeb } from "../../scripts/parts/web.mjs";
import { chooseFreePorts } from "../../scripts/start/ports.mjs";
import { Processes } from "../../scripts/start/processes.mjs";
import { keepSecrets } from "../../scripts/start/secrets.mjs";
import { webEnvironment } from "../../scripts/start/web-environment.mjs";
import { Part } from "./part";

export type OwnProduct = {
  database: Part;
  media: Part;
  web: Part;
  /** A second process that only works in the background; not started yet. */
  worker: Part;
  /** What the tests' support needs to know of it, as environment variables. */
  variables: Record<string, string>;
  stop(): Promise<void>;
};

/** A whole product beside the one that the other tests share, whose parts can be killed. */
export async function startOwnProduct(dataDir: string): Promise<OwnProduct> {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(path.join(dataDir, "logs"), { recursive: true });
  const processes = new Processes();
  const secrets = keepSecrets(dataDir);
  const { tcp, udp } = await chooseFreePorts(5);
  const [web = 0, database = 0, livekit = 0, worker = 0, acs = 0] = tcp;

  const postgres = {
    dataDir,
    port: database,
    password: secrets.databasePassword,
    isCareless: true,
  };
  const databaseUrl = `postgresql://postgres:${secrets.databasePassword}@127.0.0.1:${database}/rostrum`;
  const [key, secret] = [secrets.livekitKey, secrets.livekitSecret];
  const livekitUrl = `http://127.0.0.1:${livekit}`;
  const where = { dataDir, port: livekit, udpPort: udp };
  const config = writeLivekitConfig({ ...where, webPort: web, key, secret });
  const program = await findLivekit(processes, () => undefined, { config, url: livekitUrl });

  const settings = { ports: { web, acs }, buildDir: process.env.BUILD_DIR ?? ".next" };
  const media = { url: livekitUrl, key, secret };
  const mail = { smtpUrl: process.env.SMTP_URL };
  const baseUrl = `http://localhost:${web}`;
  const env = {
    ...webEnvironment({ kind: "production", settings, secrets, databaseUrl, media, mail }),
    AUTH_SECRET: secrets.authSecret,
    PUBLIC_URL: baseUrl,
  };
  const webOf = (port: number, role: string) =>
    new Part(() =>
      startWeb(processes, {
        buildDir: settings.buildDir,
        env: { ...env, PORT: String(port), ROLE: role },
        log: path.join(dataDir, "logs", `${role}.log`),
      }),
    );

  const product: OwnProduct = {
    database: new Part(() => startPostgres(processes, postgres)),
    media: new Part(() => startLivekit(processes, { ...where, program, config })),
    web: webOf(web, "all"),
    worker: webOf(worker, "worker"),
    variables: {
      BASE_URL: baseUrl,
      DATABASE_URL: databaseUrl,
      LIVEKIT_URL: livekitUrl,
      LIVEKIT_API_KEY: key,
      LIVEKIT_API_SECRET: secret,
    },
    stop: () => processes.stopAll(),
  };
  try {
    await Promise.all([product.database.start(), product.media.start()]);
    await applyMigrations(databaseUrl);
    await product.web.start();
  } catch (error) {
    await product.stop();
    throw error;
  }
  return product;
}

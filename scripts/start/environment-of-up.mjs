import { Problem } from "./problem.mjs";
import { hasSecrets, keepSecrets } from "./secrets.mjs";
import { readSettings } from "./settings.mjs";
import { webEnvironment } from "./web-environment.mjs";

/**
 * The environment of the server that `npm run up` runs on this machine, with the parts it started.
 *
 * @throws Problem when it never ran here
 */
export function environmentOfUp() {
  const settings = readSettings();
  const { dataDir, ports } = settings;
  if (!hasSecrets(dataDir)) {
    throw new Problem("Set DATABASE_URL to the server's database, or start `npm run up` first.");
  }
  const secrets = keepSecrets(dataDir);
  const login = `postgres:${secrets.databasePassword}`;
  return webEnvironment({
    kind: "production",
    settings,
    secrets,
    databaseUrl: `postgresql://${login}@127.0.0.1:${ports.database}/rostrum`,
    media: {
      url: `http://127.0.0.1:${ports.livekit}`,
      key: secrets.livekitKey,
      secret: secrets.livekitSecret,
    },
    mail: { smtpUrl: `smtp://127.0.0.1:${ports.smtp}` },
  });
}

import { randomBytes } from "node:crypto";
import { chooseFreePorts } from "../start/ports.mjs";
import { buildDir } from "./build-dir.mjs";

/** The environment of `npm start` with good secrets, and with no media server and no mail server there. */
export async function productionOn(databaseUrl) {
  const [port, nobody] = (await chooseFreePorts(2)).tcp;
  return {
    PORT: String(port),
    PUBLIC_URL: "https://rostrum.example.org",
    DATABASE_URL: databaseUrl,
    LIVEKIT_URL: `http://127.0.0.1:${nobody}`,
    LIVEKIT_API_KEY: "rostrum",
    LIVEKIT_API_SECRET: randomBytes(36).toString("base64"),
    SMTP_URL: `smtp://127.0.0.1:${nobody}`,
    MAIL_FROM: "Rostrum <rostrum@example.org>",
    AUTH_SECRET: randomBytes(36).toString("base64"),
    BUILD_DIR: buildDir(),
  };
}

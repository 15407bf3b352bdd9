import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test as base } from "@playwright/test";
import { findLivekit } from "../../scripts/parts/livekit-program.mjs";
import { startLivekit, writeLivekitConfig } from "../../scripts/parts/livekit.mjs";
import { startWeb } from "../../scripts/parts/web.mjs";
import { chooseFreePorts } from "../../scripts/start/ports.mjs";
import { Processes } from "../../scripts/start/processes.mjs";

type Config = { room: { auto_create: boolean } };
type Surroundings = {
  /** Changes how the media server is set up. */
  media?: (config: Config) => void;
  /** Over the environment of our own process. */
  env?: Record<string, string>;
};

/** Starts our own process in production beside a real media server; throws what it says. */
type Start = (surroundings: Surroundings) => Promise<unknown>;

const test = base.extend<{ start: Start }>({
  start: async ({}, use) => {
    const processes = new Processes();
    const dataDir = mkdtempSync(path.join(tmpdir(), "start-"));
    mkdirSync(path.join(dataDir, "logs"));
    await use(async ({ media, env = {} }) => {
      const { tcp, udp } = await chooseFreePorts(2);
      const [port = 0, webPort = 0] = tcp;
      const [key, secret] = [`k${randomBytes(8).toString("hex")}`, randomBytes(32).toString("hex")];
      const config = writeLivekitConfig({ dataDir, port, udpPort: udp, webPort, key, secret });
      const written = JSON.parse(readFileSync(config, "utf8")) as Config;
      media?.(written);
      writeFileSync(config, JSON.stringify(written));
      const url = `http://127.0.0.1:${port}`;
      const program = await findLivekit(processes, () => undefined, { config, url });
      await startLivekit(processes, { program, config, dataDir, port, udpPort: udp });
      const own = {
        ...process.env,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: String(webPort),
        PUBLIC_URL: `http://localhost:${webPort}`,
        MAIL_FROM: "Rostrum <rostrum@rostrum.example>",
        SMTP_URL: "smtp://127.0.0.1:1",
        AUTH_SECRET: randomBytes(32).toString("hex"),
        LIVEKIT_URL: url,
        LIVEKIT_API_KEY: key,
        LIVEKIT_API_SECRET: secret,
        ROLE: "worker",
        ...env,
      };
      const buildDir = process.env.BUILD_DIR ?? ".next";
      const log = path.join(dataDir, "logs/web.log");
      return startWeb(processes, { buildDir, env: own, log });
    });
    await processes.stopAll();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

test("a media server that makes calls by itself is refused", async ({ start }) => {
  const media = (config: Config) => void (config.room.auto_create = true);
  await expect(start({ media })).rejects.toThrow(/auto_create to false/);
});

test("a media server with another key is refused", async ({ start }) => {
  const env = { LIVEKIT_API_SECRET: randomBytes(32).toString("hex") };
  await expect(start({ env })).rejects.toThrow(/does not know LIVEKIT_API_KEY/);
});

test("secrets that anybody can guess are refused", async ({ start }) => {
  const env = { AUTH_SECRET: "change-me-change-me-change-me-change-me" };
  await expect(start({ env })).rejects.toThrow(/AUTH_SECRET can be guessed/);
});

test("a media server that is set up as it should be is taken", async ({ start }) => {
  await start({});
});

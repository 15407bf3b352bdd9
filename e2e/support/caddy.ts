import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { environment } from "./environment";

const CADDYFILE = path.resolve(import.meta.dirname, "../../scripts/proxy/Caddyfile");

/** Caddy with our configuration, before the running product and its media server. */
export async function startCaddy(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = mkdtempSync(path.join(tmpdir(), "caddy-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(
    process.env.CADDY ?? "caddy",
    ["run", "--config", CADDYFILE, "--adapter", "caddyfile"],
    {
      stdio: "ignore",
      env: {
        ...process.env,
        SITE: url,
        ROSTRUM: new URL(environment.baseUrl).host,
        LIVEKIT: new URL(environment.livekitUrl).host,
        HOME: home,
        XDG_DATA_HOME: home,
        XDG_CONFIG_HOME: home,
      },
    },
  );
  const ended = once(server, "exit");
  await expect.poll(() => isUp(url), { message: "Caddy" }).toBe(true);
  return {
    url,
    async stop() {
      server.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}

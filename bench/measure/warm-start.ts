import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Row } from "@/bench/support/row";
import { chooseFreePorts } from "@/scripts/start/ports.mjs";

const READY = "Rostrum is running";

/**
 * `npm run up` until it says that everything runs: with data of its own from a first start, and a
 * build of these very sources. The other measurements' parts run beside it and do nothing.
 */
export async function measureWarmStart(): Promise<Row[]> {
  const first = await startOnce();
  const warm = await startOnce();
  return [
    {
      what: "warm npm run up",
      value: warm / 1_000,
      unit: "s",
      target: { atMost: 20 },
      note: `${(first / 1_000).toFixed(1)} s with an empty data folder`,
    },
  ];
}

/** Starts everything, stops it again, and tells how long the start took, in ms. */
async function startOnce(): Promise<number> {
  const { PATH, HOME, BUILD_DIR } = process.env;
  const { tcp, udp } = await chooseFreePorts(6);
  const [web, database, smtp, mail, livekit, acs] = tcp;
  const began = performance.now();
  const up = spawn(process.execPath, [path.resolve("scripts/up.mjs")], {
    env: {
      NODE_ENV: "production",
      PATH,
      HOME,
      BUILD_DIR,
      DATA_DIR: ".data/bench-up",
      PORT: String(web),
      DATABASE_PORT: String(database),
      SMTP_PORT: String(smtp),
      MAIL_PORT: String(mail),
      LIVEKIT_PORT: String(livekit),
      LIVEKIT_UDP_PORT: String(udp),
      ACS_PORT: String(acs),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(up, "exit");
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    up.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes(READY)) resolve();
    });
    void ended.then(() => reject(new Error(`It ended before it ran:\n${said}`)));
  });
  await ready;
  const took = performance.now() - began;
  up.kill("SIGINT");
  await ended;
  return took;
}

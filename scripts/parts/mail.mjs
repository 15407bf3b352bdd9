import path from "node:path";
import { requireFreePort } from "../start/ports.mjs";
import { Problem } from "../start/problem.mjs";
import { PORTS, PROJECT } from "../start/settings.mjs";
import { answers, waitUntil } from "../start/wait-until.mjs";

const PROGRAM = path.join(PROJECT, "node_modules/maildev/dist/bin/maildev.js");
const START_LIMIT_MS = 60_000;
const MOST_MAILS = 1_000;

/**
 * Starts the mail catcher on loopback: SMTP, and a page that shows what was sent.
 *
 * @returns the running process, with `smtpUrl` and `url`
 */
export async function startMail(processes, { dataDir, smtpPort, webPort }) {
  await requireFreePort(smtpPort, PORTS.smtp);
  await requireFreePort(webPort, PORTS.mail);

  const log = path.join(dataDir, "logs/mail.log");
  const args = ["--smtp", smtpPort, "--ip", "127.0.0.1", "--web", webPort, "--web-ip", "127.0.0.1"];
  const storage = ["--mail-directory", path.join(dataDir, "mail"), "--max-emails", MOST_MAILS];
  const server = processes.start(
    "maildev",
    process.execPath,
    [PROGRAM, ...args, ...storage].map(String),
    {
      log,
    },
  );
  const url = `http://127.0.0.1:${webPort}`;
  let hasEnded = false;
  server.ended.then(() => (hasEnded = true));
  const isReady = await waitUntil(
    async () => hasEnded || (await answers(`${url}/api/healthz`)),
    START_LIMIT_MS,
  );
  if (!isReady || hasEnded) throw new Problem(`The mail catcher does not start: see ${log}.`);
  return { ...server, smtpUrl: `smtp://127.0.0.1:${smtpPort}`, url };
}

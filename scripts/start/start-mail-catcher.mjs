import { startMail } from "../parts/mail.mjs";

/** Starts the mail catcher unless SMTP_URL names a server. @returns `{ smtpUrl, url }` */
export async function startMailCatcher({ processes, settings, watch }) {
  const { external, dataDir, ports } = settings;
  if (external.smtp) return { smtpUrl: external.smtp, url: undefined };

  const options = { dataDir, smtpPort: ports.smtp, webPort: ports.mail };
  const start = () => startMail(processes, options);
  watch("the mail catcher", await start(), start);
  return { smtpUrl: `smtp://127.0.0.1:${ports.smtp}`, url: `http://127.0.0.1:${ports.mail}` };
}

/** The environment of our own server, as lib/env.ts reads it. What is set already stays. */
export function webEnvironment({ kind, settings, secrets, databaseUrl, media, mail }) {
  const port = settings.ports.web;
  return {
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://localhost:${port}`,
    MAIL_FROM: "Rostrum <rostrum@rostrum.example>",
    AUTH_SECRET: secrets.authSecret,
    // Where only this machine is served, so are the receivers of webhooks that people try out.
    ...(process.env.PUBLIC_URL ? {} : { WEBHOOK_LOOPBACK: "allowed" }),
    ACS_DATA_DIR: settings.dataDir,
    ...process.env,
    NODE_ENV: kind,
    PORT: String(port),
    ACS_PORT: String(settings.ports.acs),
    DATABASE_URL: databaseUrl,
    LIVEKIT_URL: media.url,
    LIVEKIT_API_KEY: media.key,
    LIVEKIT_API_SECRET: media.secret,
    SMTP_URL: mail.smtpUrl,
    BUILD_DIR: settings.buildDir,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

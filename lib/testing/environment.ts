import { randomBytes } from "node:crypto";

/** What `lib/env` needs so that a test can start; tests that use a part set its variable themselves. */
export const TEST_ENVIRONMENT = {
  NODE_ENV: "test",
  PUBLIC_URL: "http://127.0.0.1:3000",
  DATABASE_URL: "postgresql://127.0.0.1:1/none",
  LIVEKIT_URL: "http://127.0.0.1:1",
  LIVEKIT_API_KEY: "test-key",
  LIVEKIT_API_SECRET: "a-secret-that-only-tests-know-0123456789",
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "Rostrum <rostrum@example.org>",
  AUTH_SECRET: "another-secret-that-only-tests-know-0123",
  LOG_LEVEL: "silent",
} as const;

/** The database that this test file may have: `useDatabase()` makes it. */
function ownDatabaseUrl(): string {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return TEST_ENVIRONMENT.DATABASE_URL;
  const url = new URL(server);
  url.pathname = `/rostrum_test_${randomBytes(6).toString("hex")}`;
  return url.href;
}

process.env.DATABASE_URL = ownDatabaseUrl();
Object.assign(process.env, { ...TEST_ENVIRONMENT, ...process.env, NODE_ENV: "test" });

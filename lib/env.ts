import { z } from "zod";

/** Everything the environment may set; the one place that reads it. */
const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  /** Where the server listens. */
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().default(3000),
  /** The address people see, without a slash at the end. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  DATABASE_URL: z.url(),
  /** The media server as this process reaches it; browsers never do. */
  LIVEKIT_URL: z.url(),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(32),
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().min(3),
  /** Signs sign-in cookies and seals what must come back unchanged. */
  AUTH_SECRET: z.string().min(32),
  /** What this process does: `web` serves, `worker` runs the conductor and the jobs. */
  ROLE: z.enum(["web", "worker", "all"]).default("all"),
  /** Members may also sign in with this OpenID Connect provider. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What its button says. */
  OIDC_NAME: z.string().default("your organization"),
  /** Whether webhooks may go to this machine itself, there without TLS too: for trying things out. */
  WEBHOOK_LOOPBACK: z.enum(["refused", "allowed"]).default("refused"),
  /** Where the API of Azure Communication Services ("ACS") listens, at the root of its own port; 0 turns it off. */
  ACS_HOST: z.string().default("127.0.0.1"),
  ACS_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** The address programs reach it at; `<resource id>.` may stand before its name. */
  ACS_PUBLIC_URL: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
  /** `own` makes a certificate for localhost; `off` speaks plain HTTP to a proxy that does TLS. */
  ACS_TLS: z.enum(["own", "off"]).default("own"),
  /** Where that certificate and its authority are kept. */
  ACS_DATA_DIR: z.string().default(".data"),
  /** How many days a room stays in that API after it is over; rooms that programs made alone are deleted then. */
  ACS_GRACE_DAYS: z.coerce.number().int().min(0).max(3_650).default(30),
  /** Programs may also prove themselves with bearer tokens of this issuer that name their resources in a claim. */
  ACS_OIDC_ISSUER: z.url().optional(),
  ACS_OIDC_AUDIENCE: z.string().default("https://communication.azure.com"),
  ACS_OIDC_RESOURCES_CLAIM: z.string().default("acs_resources"),
  /** The connection string of the ACS resource that `npm run move-in` reads; nothing else does. */
  MOVE_IN_FROM: z.string().optional(),
  /**
   * Proxies whose `X-Forwarded-For` is believed, as addresses and networks with commas between them:
   * empty, none is; unset, those on this machine and on private networks are.
   */
  TRUSTED_PROXIES: z
    .string()
    .transform((list) =>
      list
        .split(",")
        .map((text) => text.trim())
        .filter((text) => text !== ""),
    )
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Where Next's build lies, relative to the project. */
  BUILD_DIR: z.string().default(".next"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** How much is logged; known even where the rest of the environment is not, as in a build. */
export function logLevel(): Env["LOG_LEVEL"] {
  return schema.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL);
}

/** Variables are missing or wrong: each in one line. */
export class IncompleteEnvironment extends Error {
  override readonly name = "IncompleteEnvironment";

  constructor(readonly problems: string[]) {
    super(`The environment is not complete: ${problems.join("; ")}`);
  }
}

/**
 * The environment, read and checked once.
 *
 * @throws IncompleteEnvironment
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    throw new IncompleteEnvironment(
      result.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return name in process.env ? `${name}: ${message}` : `${name} is not set`;
      }),
    );
  }
  parsed = result.data;
  return parsed;
}

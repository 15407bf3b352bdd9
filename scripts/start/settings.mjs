import path from "node:path";
import { Problem } from "./problem.mjs";

export const PROJECT = path.resolve(import.meta.dirname, "../..");

/** Each port: its variable, its usual number, its distance from PORT_BASE, and what it is for. */
export const PORTS = {
  web: { variable: "PORT", usual: 3000, offset: 0, purpose: "the web server" },
  database: { variable: "DATABASE_PORT", usual: 5433, offset: 1, purpose: "PostgreSQL" },
  smtp: { variable: "SMTP_PORT", usual: 1025, offset: 2, purpose: "the mail catcher" },
  mail: { variable: "MAIL_PORT", usual: 1080, offset: 3, purpose: "the mail catcher's page" },
  livekit: { variable: "LIVEKIT_PORT", usual: 7880, offset: 4, purpose: "the media server" },
  media: {
    variable: "LIVEKIT_UDP_PORT",
    usual: 7882,
    offset: 5,
    purpose: "the media server's media",
    isUdp: true,
  },
  acs: { variable: "ACS_PORT", usual: 3443, offset: 6, purpose: "the API of ACS Rooms" },
};

/** What the environment says about where things go. Data and builds lie inside the project. */
export function readSettings(environment = process.env) {
  const dataDir = path.resolve(PROJECT, environment.DATA_DIR || ".data");
  return {
    dataDir,
    buildDir: environment.BUILD_DIR || buildDirOf(dataDir),
    ports: readPorts(environment),
    external: {
      database: environment.DATABASE_URL || undefined,
      livekit: environment.LIVEKIT_URL || undefined,
      smtp: environment.SMTP_URL || undefined,
    },
  };
}

function buildDirOf(dataDir) {
  if (dataDir === path.join(PROJECT, ".data")) return ".next";
  return `.next-${path.basename(dataDir).replace(/^\./, "")}`;
}

function readPorts(environment) {
  const base = environment.PORT_BASE && readPort("PORT_BASE", environment.PORT_BASE);
  const entries = Object.entries(PORTS).map(([name, { variable, usual, offset }]) => {
    const given = environment[variable];
    if (given) return [name, readPort(variable, given)];
    return [name, base ? base + offset : usual];
  });
  return Object.fromEntries(entries);
}

function readPort(variable, text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`${variable} is "${text}", which is not a port: set a number from 1 to 65535.`);
}

import path from "node:path";

/** What `npm test` tells the journeys about the running parts. */
const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the journeys with \`npm test -- e2e\`.`);
  return value;
};

// Read when it is asked for: outages are tried on a product of their own.
export const environment = {
  get baseUrl() {
    return needed("BASE_URL");
  },
  get databaseUrl() {
    return needed("DATABASE_URL");
  },
  get mailUrl() {
    return needed("MAIL_URL");
  },
  /** The file with the connection string of the demo's ACS resource. */
  get acsFile() {
    return needed("ACS_FILE");
  },
  /** What the product logs. */
  get webLog() {
    return path.join(needed("E2E_DATA"), "logs/web.log");
  },
  get livekitUrl() {
    return needed("LIVEKIT_URL");
  },
  get livekitKey() {
    return needed("LIVEKIT_API_KEY");
  },
  get livekitSecret() {
    return needed("LIVEKIT_API_SECRET");
  },
};

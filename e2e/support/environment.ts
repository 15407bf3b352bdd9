/** What `npm test` tells the journeys about the running parts. */
const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the journeys with \`npm test -- e2e\`.`);
  return value;
};

export const environment = {
  baseUrl: needed("BASE_URL"),
  databaseUrl: needed("DATABASE_URL"),
  mailUrl: needed("MAIL_URL"),
  livekitUrl: needed("LIVEKIT_URL"),
  livekitKey: needed("LIVEKIT_API_KEY"),
  livekitSecret: needed("LIVEKIT_API_SECRET"),
};

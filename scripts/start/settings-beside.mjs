import { chooseFreePorts } from "./ports.mjs";
import { readSettings } from "./settings.mjs";

/**
 * Settings of a command that runs beside `npm run up`: data in `dataDir`, and ports that are free
 * now. Parts that the environment names are not its.
 */
export async function settingsBeside(dataDir) {
  const { tcp, udp } = await chooseFreePorts(6);
  const [web, database, smtp, mail, livekit, acs] = tcp;
  const ports = { web, database, smtp, mail, livekit, acs, media: udp };
  return { ...readSettings({ DATA_DIR: dataDir }), ports };
}

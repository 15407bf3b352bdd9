import { findLivekit } from "../parts/livekit-program.mjs";
import { startLivekit, writeLivekitConfig } from "../parts/livekit.mjs";

/** Starts livekit-server unless LIVEKIT_URL names one. @returns `{ url, key, secret }` */
export async function startMedia({ processes, settings, say, watch }, secrets) {
  const { external, dataDir, ports } = settings;
  const key = process.env.LIVEKIT_API_KEY || secrets.livekitKey;
  const secret = process.env.LIVEKIT_API_SECRET || secrets.livekitSecret;
  if (external.livekit) return { url: external.livekit, key, secret };

  const url = `http://127.0.0.1:${ports.livekit}`;
  const where = { dataDir, port: ports.livekit, udpPort: ports.media };
  const config = writeLivekitConfig({ ...where, webPort: ports.web, key, secret });
  const program = await findLivekit(processes, say, { config, url });
  const start = () => startLivekit(processes, { ...where, program, config });
  watch("livekit-server", await start(), start);
  return { url, key, secret };
}

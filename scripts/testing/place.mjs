import { chooseFreePorts } from "../start/ports.mjs";

/** The environment of a command that keeps its data in `dataDir` and listens where nobody else does. */
export async function placeIn(dataDir) {
  const { tcp, udp } = await chooseFreePorts(5);
  const [PORT, DATABASE_PORT, SMTP_PORT, MAIL_PORT, LIVEKIT_PORT] = tcp.map(String);
  const ports = { PORT, DATABASE_PORT, SMTP_PORT, MAIL_PORT, LIVEKIT_PORT };
  return { DATA_DIR: dataDir, ...ports, LIVEKIT_UDP_PORT: String(udp) };
}

import { chooseFreePorts } from "../start/ports.mjs";
import { PORTS } from "../start/settings.mjs";

/** The environment of a command that keeps its data in `dataDir` and listens where nobody else does. */
export async function placeIn(dataDir) {
  return { DATA_DIR: dataDir, ...(await freePorts()) };
}

/** A free port for each part, by the variable that sets it. */
export async function freePorts() {
  const parts = Object.values(PORTS);
  const { tcp, udp } = await chooseFreePorts(parts.length);
  return Object.fromEntries(
    parts.map(({ variable, isUdp }, at) => [variable, String(isUdp ? udp : tcp[at])]),
  );
}

import { measureAcs } from "./measure/acs";
import { measureAcsList } from "./measure/acs-list";
import { measureAdmission } from "./measure/admission";
import { measureConductor } from "./measure/conductor";
import { measureDecision } from "./measure/decision";
import { measureEnforcement } from "./measure/enforcement";
import { measureFirstFrame } from "./measure/first-frame";
import { measureJoins } from "./measure/joins";
import { measureLiveChannel } from "./measure/live-channel";
import { measureOlderTicket } from "./measure/older-ticket";
import { measureRoomList } from "./measure/room-list";
import { measureScriptBytes } from "./measure/script-bytes";
import { measureWarmStart } from "./measure/warm-start";
import { measureWindowEnd } from "./measure/window-end";
import type { Measurement } from "./support/row";

/** Everything that `npm run bench` measures, by the name that chooses it, in the order of a full run. */
export const MEASUREMENTS = {
  "first-frame": measureFirstFrame,
  "script-bytes": measureScriptBytes,
  decision: measureDecision,
  joins: measureJoins,
  enforcement: measureEnforcement,
  "older-ticket": measureOlderTicket,
  admission: measureAdmission,
  "window-end": measureWindowEnd,
  conductor: measureConductor,
  "live-channel": measureLiveChannel,
  "room-list": measureRoomList,
  acs: measureAcs,
  "acs-list": measureAcsList,
  up: measureWarmStart,
} as const satisfies Record<string, Measurement>;

export type MeasurementName = keyof typeof MEASUREMENTS;

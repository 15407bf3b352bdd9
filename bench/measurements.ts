import { measureAdmission } from "./measure/admission";
import { measureConductor } from "./measure/conductor";
import { measureEnforcement } from "./measure/enforcement";
import { measureFirstFrame } from "./measure/first-frame";
import { measureJoins } from "./measure/joins";
import { measureScriptBytes } from "./measure/script-bytes";
import { measureWindowEnd } from "./measure/window-end";
import type { Measurement } from "./support/row";

/** Everything that `npm run bench` measures, by the name that chooses it, in the order of a full run. */
export const MEASUREMENTS = {
  "first-frame": measureFirstFrame,
  "script-bytes": measureScriptBytes,
  joins: measureJoins,
  enforcement: measureEnforcement,
  admission: measureAdmission,
  "window-end": measureWindowEnd,
  conductor: measureConductor,
} as const satisfies Record<string, Measurement>;

export type MeasurementName = keyof typeof MEASUREMENTS;

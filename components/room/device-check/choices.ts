import type { DeviceKind } from "./device-fault";

/** What somebody has chosen; ids are null where the browser chooses. */
export type Choices = Record<DeviceKind, { isWanted: boolean; deviceId: string | null }> & {
  speakerId: string | null;
};

import type { Participant } from "./calls";

const IDENTITY = /^([0-9a-f-]{36})\.([0-9a-z]{16})$/;

/** The name under which the media server knows a seat on a device: `<seat>.<device>`. */
export function toIdentity({ seatId, deviceId }: Participant): string {
  return `${seatId}.${deviceId}`;
}

/** The seat and device an identity names; null when it is not one of ours. */
export function parseIdentity(identity: string): Participant | null {
  const [, seatId, deviceId] = IDENTITY.exec(identity) ?? [];
  return seatId && deviceId ? { seatId, deviceId } : null;
}

import "server-only";
import { DEVICE_COOKIE, isDeviceId, newDeviceId } from "./device-cookie";
import { readCookie } from "./request-cookies";

/** The browser that asks. Each one is given its cookie before anything else sees the request. */
export function deviceOf(asked: Headers): string {
  const deviceId = readCookie(asked, DEVICE_COOKIE);
  return isDeviceId(deviceId) ? deviceId : newDeviceId();
}

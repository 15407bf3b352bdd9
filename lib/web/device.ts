import "server-only";
import { cookies } from "next/headers";
import { DEVICE_COOKIE, isDeviceId, newDeviceId } from "./device-cookie";

/** The browser that asks. `proxy.ts` gives each one its cookie before anything else sees the request. */
export async function deviceOfRequest(): Promise<string> {
  const deviceId = (await cookies()).get(DEVICE_COOKIE)?.value;
  return isDeviceId(deviceId) ? deviceId : newDeviceId();
}

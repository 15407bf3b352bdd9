import "server-only";
import { randomInt } from "node:crypto";
import { cookieBasis } from "./cookies";

/** Tells this browser from the same person's other ones. It proves nothing. */
export const DEVICE_COOKIE = "device";

const DEVICE_ID = /^[0-9a-z]{16}$/;
const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Whether `text` is an id that we made. */
export function isDeviceId(text: string | undefined): text is string {
  return text !== undefined && DEVICE_ID.test(text);
}

export function newDeviceId(): string {
  return Array.from({ length: 16 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}

/** The same as a `Set-Cookie` line. */
export function writeDeviceCookie(deviceId: string): string {
  const { name, value, path, maxAge, secure } = deviceCookie(deviceId);
  const tls = secure ? "; Secure" : "";
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${tls}`;
}

export function deviceCookie(deviceId: string) {
  return {
    name: DEVICE_COOKIE,
    value: deviceId,
    ...cookieBasis(),
    path: "/",
    maxAge: A_YEAR_SECONDS,
  };
}

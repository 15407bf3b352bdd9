import { expect, test } from "vitest";
import { DEVICE_COOKIE, isDeviceId, newDeviceId } from "./device-cookie";
import { dress } from "./dress";

test.each(["/api/v1", "/api/v1/rooms", "/api/calling/99/join", "/api/livekit/webhook"])(
  "a program that asks %s is given no device to remember",
  (pathname) => {
    const { newDeviceId: given, asked } = dress(pathname, new Headers());
    expect(given).toBeNull();
    expect(asked.get("cookie")).toBeNull();
  },
);

test.each(["/", "/room/1", "/api/v10", "/api/gate"])(
  "a browser that asks %s is given one, and keeps it",
  (pathname) => {
    const { newDeviceId: given, asked } = dress(pathname, new Headers());
    expect(isDeviceId(given ?? undefined)).toBe(true);
    expect(asked.get("cookie")).toContain(`${DEVICE_COOKIE}=${given}`);
    const known = new Headers({ cookie: `${DEVICE_COOKIE}=${newDeviceId()}` });
    expect(dress(pathname, known).newDeviceId).toBeNull();
  },
);

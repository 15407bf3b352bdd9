import { expect, test } from "vitest";
import { faultOfPlace, toFault, type DeviceFault, type Permission } from "./device-fault";

const errorNamed = (name: string, message = "") => Object.assign(new Error(message), { name });

test.each<[string, string, Permission, DeviceFault]>([
  ["NotAllowedError", "Permission denied", "denied", "blocked"],
  ["NotAllowedError", "Permission denied by system", "granted", "system"],
  ["NotAllowedError", "Permission dismissed", "prompt", "dismissed"],
  ["NotAllowedError", "The request is not allowed by the user agent", "unknown", "blocked"],
  ["NotFoundError", "Requested device not found", "granted", "missing"],
  ["OverconstrainedError", "", "granted", "missing"],
  ["NotReadableError", "Could not start video source", "granted", "busy"],
  ["AbortError", "Starting videoinput failed", "granted", "busy"],
  ["SecurityError", "", "unknown", "insecure"],
  ["TypeError", "", "unknown", "failed"],
])("%s (%s, %s) is %s", (name, message, permission, fault) => {
  expect(toFault(errorNamed(name, message), permission)).toBe(fault);
});

test("what is no error is a failure", () => expect(toFault("no", "granted")).toBe("failed"));

test("a page without https has no camera, and a browser may have no way to one", () => {
  expect(faultOfPlace(false, false)).toBe("insecure");
  expect(faultOfPlace(true, false)).toBe("unsupported");
  expect(faultOfPlace(true, true)).toBeNull();
});

import { DeviceUnsupportedError, MediaDeviceFailure } from "livekit-client";
import type { DeviceProblem } from "./call-state";

const PROBLEM: Record<MediaDeviceFailure, DeviceProblem> = {
  [MediaDeviceFailure.PermissionDenied]: "blocked",
  [MediaDeviceFailure.NotFound]: "missing",
  [MediaDeviceFailure.DeviceInUse]: "busy",
  [MediaDeviceFailure.Other]: "failed",
};

/** Why a camera, a microphone or a screen could not be had. */
export function toDeviceProblem(error: unknown): DeviceProblem {
  const failure = MediaDeviceFailure.getFailure(error);
  return failure ? PROBLEM[failure] : "failed";
}

/** Whether somebody closed the browser's choice of screens, which is no problem. */
export function isChoiceCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotAllowedError";
}

/** Whether it was the browser or the device that refused, and not the connection. */
export function isDeviceFault(error: unknown): boolean {
  return error instanceof DOMException || error instanceof DeviceUnsupportedError;
}

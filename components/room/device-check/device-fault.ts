export type DeviceKind = "camera" | "microphone";

/** Why a camera or a microphone could not be had; each has its own help. */
export type DeviceFault =
  /** The person or the browser's settings said no for this site. */
  | "blocked"
  /** The operating system said no for this browser. */
  | "system"
  /** The question was closed without an answer. */
  | "dismissed"
  | "missing"
  /** Another program holds it. */
  | "busy"
  /** The page did not come over https. */
  | "insecure"
  /** A browser, often one inside another app, that has no way to a camera. */
  | "unsupported"
  | "failed";

/** The permission as the browser tells it beside the error; `unknown` where it does not tell. */
export type Permission = PermissionState | "unknown";

const FAULT_OF: Record<string, DeviceFault> = {
  NotFoundError: "missing",
  DevicesNotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  TrackStartError: "busy",
  AbortError: "busy",
  SecurityError: "insecure",
};

/** What an error of `getUserMedia` means for a person. */
export function toFault(error: unknown, permission: Permission): DeviceFault {
  if (!(error instanceof Error)) return "failed";
  if (error.name !== "NotAllowedError") return FAULT_OF[error.name] ?? "failed";
  if (/system/i.test(error.message)) return "system";
  return permission === "prompt" && /dismiss/i.test(error.message) ? "dismissed" : "blocked";
}

/** Why there can be no camera here at all; null when there can. */
export function faultOfPlace(isSecure: boolean, hasDevices: boolean): DeviceFault | null {
  if (!isSecure) return "insecure";
  return hasDevices ? null : "unsupported";
}

import {
  faultOfPlace,
  toFault,
  type DeviceFault,
  type DeviceKind,
  type Permission,
} from "./device-fault";

export type Opened = { track: MediaStreamTrack | null; fault: DeviceFault | null };

/** What the call sends at most, so that the preview's track can be sent as it is. */
const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

type Wanted = Partial<Record<DeviceKind, { deviceId: string | null }>>;

/** The browser's answer for one kind, without asking anybody. */
export async function permissionOf(kind: DeviceKind): Promise<Permission> {
  try {
    return (await navigator.permissions.query({ name: kind })).state;
  } catch {
    return "unknown";
  }
}

/**
 * Opens what is wanted with one question to the person. When that fails and only one of two is the
 * cause, the other one opens alone. Never throws: a fault stands where a track is missing.
 */
export async function openDevices(wanted: Wanted): Promise<Partial<Record<DeviceKind, Opened>>> {
  const kinds = (["camera", "microphone"] as const).filter((kind) => wanted[kind]);
  const place = faultOfPlace(window.isSecureContext, "mediaDevices" in navigator);
  if (place) return withEach(kinds, () => ({ track: null, fault: place }));
  try {
    return tracksOf(await navigator.mediaDevices.getUserMedia(constraintsFor(wanted)));
  } catch (error) {
    return recover(error, kinds, wanted);
  }
}

async function recover(error: unknown, kinds: DeviceKind[], wanted: Wanted) {
  const permissions = await Promise.all(kinds.map(permissionOf));
  const faults = withEach(kinds, (_, index) => ({
    track: null,
    fault: toFault(error, permissions[index] ?? "unknown"),
  }));
  const [kind] = kinds;
  if (kinds.length === 1 && kind) {
    const hasChoice = wanted[kind]?.deviceId && faults[kind]?.fault === "missing";
    // The chosen device is gone: any other one will do.
    return hasChoice ? openDevices({ [kind]: { deviceId: null } }) : faults;
  }
  // After a "no" nobody is asked again; one kind may still be allowed by itself.
  const isRefused = faults.camera?.fault === "blocked" || faults.camera?.fault === "dismissed";
  const isSplit = new Set(permissions).size > 1;
  if (isRefused && !isSplit) return faults;
  const [camera, microphone] = [wanted.camera, wanted.microphone];
  return {
    ...(camera && (await openDevices({ camera }))),
    ...(microphone && (await openDevices({ microphone }))),
  };
}

function constraintsFor({ camera, microphone }: Wanted): MediaStreamConstraints {
  const exact = (deviceId: string | null) => (deviceId ? { deviceId: { exact: deviceId } } : {});
  return {
    video: camera ? { ...CAMERA, ...exact(camera.deviceId) } : false,
    audio: microphone ? { ...exact(microphone.deviceId) } : false,
  };
}

function tracksOf(stream: MediaStream): Partial<Record<DeviceKind, Opened>> {
  const [camera] = stream.getVideoTracks();
  const [microphone] = stream.getAudioTracks();
  return {
    ...(camera && { camera: { track: camera, fault: null } }),
    ...(microphone && { microphone: { track: microphone, fault: null } }),
  };
}

function withEach(kinds: DeviceKind[], of: (kind: DeviceKind, index: number) => Opened) {
  const opened: Partial<Record<DeviceKind, Opened>> = {};
  kinds.forEach((kind, index) => (opened[kind] = of(kind, index)));
  return opened;
}

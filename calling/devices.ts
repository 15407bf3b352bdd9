import type { AudioDeviceInfo, VideoDeviceInfo } from "@/public/calling/rostrum-calling";

/** Ids say what kind of device they are of, as in the Calling SDK: `camera:<the browser's id>`. */
const KIND = {
  videoinput: "camera",
  audioinput: "microphone",
  audiooutput: "speaker",
} as const satisfies Record<MediaDeviceKind, string>;

const SYSTEM_DEFAULT = "default";

/** The browser's own id of a device of ours. */
export function browserIdOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

export async function listCameras(): Promise<VideoDeviceInfo[]> {
  return (await devicesOf("videoinput")).map(({ deviceId, label }) => camera(deviceId, label));
}

export async function listAudioDevices(
  kind: "audioinput" | "audiooutput",
): Promise<AudioDeviceInfo[]> {
  return (await devicesOf(kind)).map(({ deviceId, label }) => ({
    id: `${KIND[kind]}:${deviceId}`,
    name: label,
    isSystemDefault: deviceId === SYSTEM_DEFAULT,
    deviceType: kind === "audioinput" ? "Microphone" : "Speaker",
  }));
}

/** The device that a track of the page's own comes from, as far as the track says. */
export function toVideoDevice(track: MediaStreamTrack | undefined): VideoDeviceInfo {
  return camera(track?.getSettings().deviceId ?? "", track?.label ?? "");
}

function camera(deviceId: string, name: string): VideoDeviceInfo {
  return { id: `${KIND.videoinput}:${deviceId}`, name, deviceType: "UsbCamera" };
}

/** Without permission browsers list devices that have no id; those are none that can be chosen. */
async function devicesOf(kind: MediaDeviceKind): Promise<MediaDeviceInfo[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter((device) => device.kind === kind && device.deviceId !== "");
}

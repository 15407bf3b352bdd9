import type {
  AudioDeviceInfo,
  DeviceAccess,
  DeviceManager,
  DeviceManagerEvents,
  VideoDeviceInfo,
} from "@/public/calling/rostrum-calling";
import { listAudioDevices, listCameras } from "./devices";
import { Emitter } from "./emitter";

/** The cameras, microphones and loudspeakers of this browser, and which of them are used. */
export class Devices extends Emitter<DeviceManagerEvents> implements DeviceManager {
  readonly isSpeakerSelectionAvailable = "setSinkId" in HTMLMediaElement.prototype;
  selectedMicrophone: AudioDeviceInfo | undefined;
  selectedSpeaker: AudioDeviceInfo | undefined;
  #cameras: VideoDeviceInfo[] = [];
  #sounds: AudioDeviceInfo[] = [];

  constructor() {
    super();
    navigator.mediaDevices.addEventListener("devicechange", () => void this.#look());
  }

  async askDevicePermission(wanted: { audio: boolean; video: boolean }): Promise<DeviceAccess> {
    const [audio, video] = await Promise.all([
      wanted.audio && mayUse({ audio: true }),
      wanted.video && mayUse({ video: true }),
    ]);
    await this.#look();
    return { audio, video };
  }

  getCameras(): Promise<VideoDeviceInfo[]> {
    return listCameras();
  }

  async getMicrophones(): Promise<AudioDeviceInfo[]> {
    const microphones = await listAudioDevices("audioinput");
    this.selectedMicrophone ??= usual(microphones);
    return microphones;
  }

  async getSpeakers(): Promise<AudioDeviceInfo[]> {
    const speakers = await listAudioDevices("audiooutput");
    this.selectedSpeaker ??= usual(speakers);
    return speakers;
  }

  async selectMicrophone(device: AudioDeviceInfo): Promise<void> {
    if (this.selectedMicrophone?.id === device.id) return;
    this.selectedMicrophone = device;
    this.emit("selectedMicrophoneChanged");
  }

  async selectSpeaker(device: AudioDeviceInfo): Promise<void> {
    if (this.selectedSpeaker?.id === device.id) return;
    this.selectedSpeaker = device;
    this.emit("selectedSpeakerChanged");
  }

  async #look(): Promise<void> {
    const cameras = await listCameras();
    const [microphones, speakers] = await Promise.all([this.getMicrophones(), this.getSpeakers()]);
    const sounds = [...microphones, ...speakers];
    const [videoChange, soundChange] = [
      difference(this.#cameras, cameras),
      difference(this.#sounds, sounds),
    ];
    this.#cameras = cameras;
    this.#sounds = sounds;
    if (videoChange) this.emit("videoDevicesUpdated", videoChange);
    if (soundChange) this.emit("audioDevicesUpdated", soundChange);
  }
}

async function mayUse(constraints: MediaStreamConstraints): Promise<boolean> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    for (const track of stream.getTracks()) track.stop();
    return true;
  } catch {
    return false;
  }
}

function usual(devices: readonly AudioDeviceInfo[]): AudioDeviceInfo | undefined {
  return devices.find(({ isSystemDefault }) => isSystemDefault) ?? devices[0];
}

function difference<Device extends { id: string }>(before: Device[], after: Device[]) {
  const missingFrom = (those: Device[], these: Device[]) =>
    these.filter(({ id }) => !those.some((other) => other.id === id));
  const [added, removed] = [missingFrom(before, after), missingFrom(after, before)];
  return added.length + removed.length > 0 ? { added, removed } : null;
}

import { useEffect, useState } from "react";
import { useCall } from "./call-context";

type Devices = {
  devices: readonly MediaDeviceInfo[];
  /** The one in use; empty when it is not known. */
  activeId: string;
  choose: (deviceId: string) => void;
};

/** The devices of one kind, kept up to date while they are plugged in and out. */
export function useDevices(kind: MediaDeviceKind): Devices {
  const { session } = useCall();
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    let isStale = false;
    const list = async () => {
      const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
      // Without the person's leave, browsers list one nameless device of each kind.
      if (!isStale) setDevices(all.filter((device) => device.kind === kind && device.deviceId));
    };
    void list();
    navigator.mediaDevices.addEventListener("devicechange", list);
    return () => {
      isStale = true;
      navigator.mediaDevices.removeEventListener("devicechange", list);
    };
  }, [kind]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const choose = (deviceId: string) => {
    setChosenId(deviceId);
    session.chooseDevice(kind, deviceId);
  };
  return { devices, activeId: chosenId ?? session.room.getActiveDevice(kind) ?? "", choose };
}

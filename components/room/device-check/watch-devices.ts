import type { DeviceKind } from "./device-fault";
import { permissionOf } from "./open-device";

type DeviceNews = {
  /** A device was plugged in or pulled out. */
  plugged(): void;
  /** The person has allowed one of the kinds. */
  allowed(): void;
};

/** Tells of devices and permissions that change, until the returned function is called. */
export function watchDevices(kinds: readonly DeviceKind[], news: DeviceNews): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  navigator.mediaDevices?.addEventListener("devicechange", () => news.plugged(), { signal });
  for (const kind of kinds) watchPermission(kind, signal, () => news.allowed());
  return () => stop.abort();
}

/** Calls when the permission becomes "granted". Browsers that cannot tell are left alone. */
function watchPermission(kind: DeviceKind, signal: AbortSignal, granted: () => void): void {
  const changed = async () => {
    const now = await permissionOf(kind);
    if (now === "granted" && !signal.aborted) granted();
  };
  void navigator.permissions
    ?.query({ name: kind })
    .then((status) => status.addEventListener("change", () => void changed(), { signal }))
    .catch(() => undefined);
}

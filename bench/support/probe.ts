/** Instants in a page, in ms since its navigation began; 0 is not yet. */
export type Seen = {
  click: number;
  socket: number;
  remoteTrack: number;
  remoteFrame: number;
  /** The newest one. */
  lastFrame: number;
};

declare global {
  interface Window {
    seen: Seen;
  }
}

/**
 * Notes when the page's first press, signalling socket, remote picture and remote frame come. Runs
 * in the page before its scripts and touches nothing of theirs, so that any product can be measured.
 */
export function startProbe(): void {
  const seen = { click: 0, socket: 0, remoteTrack: 0, remoteFrame: 0, lastFrame: 0 };
  window.seen = seen;
  document.addEventListener("click", () => (seen.click ||= performance.now()), true);

  const NativeSocket = window.WebSocket;
  window.WebSocket = class extends NativeSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (String(url).includes("/rtc")) seen.socket ||= performance.now();
    }
  };

  const remote = new WeakSet<MediaStreamTrack>();
  const NativeConnection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends NativeConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("track", ({ track }) => {
        remote.add(track);
        if (track.kind === "video") seen.remoteTrack ||= performance.now();
      });
    }
  };

  const watched = new WeakSet<HTMLVideoElement>();
  const showsRemote = ({ srcObject }: HTMLVideoElement) =>
    srcObject instanceof MediaStream && srcObject.getVideoTracks().some((one) => remote.has(one));
  const watch = (video: HTMLVideoElement) => {
    const onFrame = () => {
      video.requestVideoFrameCallback(onFrame);
      if (!showsRemote(video)) return;
      seen.lastFrame = performance.now();
      seen.remoteFrame ||= seen.lastFrame;
    };
    watched.add(video);
    video.requestVideoFrameCallback(onFrame);
  };
  const property = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...property,
    set(this: HTMLMediaElement, value: MediaProvider | null) {
      property?.set?.call(this, value);
      if (this instanceof HTMLVideoElement && !watched.has(this)) watch(this);
    },
  });
}

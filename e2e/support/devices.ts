import type { Browser, BrowserType } from "@playwright/test";
import { CHROMIUM_FLAGS, FLAGS_OF_A_NO, FLAGS_WITHOUT_DEVICES } from "./chromium-flags";

/** What somebody's camera and microphone are like. */
export type Devices = "working" | "blocked" | "missing" | "busy" | "slow" | "pictureless";

const FLAGS = {
  working: CHROMIUM_FLAGS,
  blocked: FLAGS_OF_A_NO,
  missing: FLAGS_WITHOUT_DEVICES,
  busy: CHROMIUM_FLAGS,
  slow: CHROMIUM_FLAGS,
  pictureless: CHROMIUM_FLAGS,
} as const satisfies Record<Devices, readonly string[]>;

/** One browser for each kind of devices, since a browser's devices are chosen when it starts. */
export class BrowsersByDevices {
  readonly #extra = new Map<Devices, Browser>();

  constructor(
    private readonly chromium: BrowserType,
    private readonly usual: Browser,
  ) {}

  async get(devices: Devices): Promise<Browser> {
    if (FLAGS[devices] === CHROMIUM_FLAGS) return this.usual;
    const known = this.#extra.get(devices);
    if (known) return known;
    const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
    const made = await this.chromium.launch({ executablePath, args: [...FLAGS[devices]] });
    this.#extra.set(devices, made);
    return made;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#extra.values()].map((browser) => browser.close()));
  }
}

/** No browser can be made to say that another program holds the camera, so the page says it. Runs in the page. */
export function failToOpenDevices(errorName: string): void {
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException("Could not start video source", errorName));
}

declare global {
  interface Window {
    /** Lets devices that are slow open at last. */
    letDevicesOpen(): void;
    /** Lets a camera and a screen without a picture have one at last. */
    letPicturesCome(): void;
  }
}

/** A camera that takes its time: it opens when the test says so. Runs in the page, before its scripts. */
export function holdDevices(): void {
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  const allowed = new Promise<void>((resolve) => (window.letDevicesOpen = resolve));
  devices.getUserMedia = (constraints) => allowed.then(() => open(constraints));
}

/** A camera and a screen that open at once and have no picture until the test says so. Runs in the page. */
export function holdPictures(): void {
  const devices = navigator.mediaDevices;
  const openSound = devices.getUserMedia.bind(devices);
  const come = new Promise<void>((resolve) => (window.letPicturesCome = resolve));
  const openPicture = (): MediaStream => {
    const canvas = document.createElement("canvas");
    const brush = canvas.getContext("2d");
    const draw = () => {
      brush?.fillRect(Math.random() * canvas.width, 0, 2, canvas.height);
      requestAnimationFrame(draw);
    };
    void come.then(draw);
    return canvas.captureStream();
  };
  devices.getDisplayMedia = () => Promise.resolve(openPicture());
  devices.getUserMedia = async ({ video, audio } = {}) => {
    const tracks = video ? openPicture().getTracks() : [];
    const sound = audio ? (await openSound({ audio })).getTracks() : [];
    return new MediaStream([...tracks, ...sound]);
  };
}

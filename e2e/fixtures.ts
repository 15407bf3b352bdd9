import { test as base, type Browser, type BrowserContext } from "@playwright/test";
import { Guest } from "./pages/guest";
import {
  BrowsersByDevices,
  failToOpenDevices,
  holdDevices,
  holdPictures,
  type Devices,
} from "./support/devices";
import { environment } from "./support/environment";
import { keepPeerConnections } from "./support/media";
import type { Member } from "./support/world";

type GuestOptions = {
  /** Signed in as this member of the staff. */
  member?: Member;
  /** A phone held upright instead of a desktop window. */
  phone?: boolean;
  dark?: boolean;
  timezoneId?: string;
  /** What their camera and microphone are like; made-up ones that work, unless told otherwise. */
  devices?: Devices;
  /** A browser that runs no script. */
  noScript?: boolean;
};

export type Fixtures = {
  /** Opens a browser window of its own for somebody; a violation of the page's policy fails the test. */
  newGuest: (name: string, options?: GuestOptions) => Promise<Guest>;
};

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

export const test = base.extend<Fixtures>({
  newGuest: async ({ browser, playwright }, use) => {
    const guests: Guest[] = [];
    const browsers = new BrowsersByDevices(playwright.chromium, browser);
    await use(async (name, options = {}) => {
      const own = await browsers.get(options.devices ?? "working");
      const context = await openContext(own, options);
      const guest = new Guest(name, await context.newPage());
      guests.push(guest);
      return guest;
    });
    const violations = guests.flatMap((guest) => guest.violations);
    await Promise.all(guests.map((guest) => guest.page.context().close()));
    await browsers.close();
    if (violations.length > 0) throw new Error(`Policy violations:\n${violations.join("\n")}`);
  },
});

async function openContext(browser: Browser, options: GuestOptions): Promise<BrowserContext> {
  const { devices = "working", noScript = false, phone = false, dark = false } = options;
  const context = await browser.newContext({
    viewport: phone ? PHONE : DESKTOP,
    hasTouch: phone,
    colorScheme: dark ? "dark" : "light",
    timezoneId: options.timezoneId ?? "Europe/Berlin",
    permissions: devices === "blocked" ? [] : ["camera", "microphone"],
    javaScriptEnabled: !noScript,
  });
  if (devices === "busy") await context.addInitScript(failToOpenDevices, "NotReadableError");
  if (devices === "slow") await context.addInitScript(holdDevices);
  if (devices === "pictureless") await context.addInitScript(holdPictures);
  await context.addInitScript(keepPeerConnections);
  if (options.member) {
    await context.addCookies([
      { name: "session", value: options.member.sessionToken, url: environment.baseUrl },
    ]);
  }
  return context;
}

export { expect } from "@playwright/test";

import { chromium, type Browser, type Page } from "@playwright/test";
import { CHROMIUM_FLAGS } from "@/e2e/support/chromium-flags";
import { startProbe } from "./probe";

/** The system's Chromium with a made-up camera and microphone. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: CHROMIUM_FLAGS,
  });
}

/** A window of somebody who was never here: nothing in its cache, devices allowed, and the probe in it. */
export async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // Where the people of `e2e/support/world` live: a page that knows better moves as it finds out.
    timezoneId: "Europe/Berlin",
    permissions: ["camera", "microphone"],
  });
  await context.addInitScript(startProbe);
  return context.newPage();
}

import type { Browser, Page } from "@playwright/test";
import { openWindow } from "./browser";
import type { Seen } from "./probe";
import { countScriptBytes } from "./script-bytes";

/** A product with a call that each new visitor comes into. */
export type CallProduct = {
  name: string;
  /** Opens the page of a new visitor and resolves when the next press of `join` leads in. */
  open(page: Page): Promise<void>;
  /** What is pressed. */
  join: string;
};

/** One entry into a call. Instants are ms after the press; bytes of script are as they travelled. */
export type Entry = Omit<Seen, "click" | "lastFrame"> & { bytesBefore: number; bytesAfter: number };

/** A person reads before they press; and nothing may still be on its way. */
const READING_MS = 1_500;

/** Between a pointer's arrival on a button and the press, most people take longer. */
const AIMING_MS = 150;

/** Opens the product in a browser that was never there, presses and waits for the first frame. */
export async function enterOnce(browser: Browser, product: CallProduct): Promise<Entry> {
  const page = await openWindow(browser);
  const bytes = await countScriptBytes(page);
  try {
    await product.open(page);
    await page.waitForTimeout(READING_MS);
    const bytesBefore = bytes();
    await page.hover(product.join);
    await page.waitForTimeout(AIMING_MS);
    await page.click(product.join);
    await page.waitForFunction(() => window.seen.remoteFrame > 0, null, { polling: 100 });
    await page.waitForTimeout(READING_MS);
    const { click, socket, remoteTrack, remoteFrame } = await page.evaluate(() => window.seen);
    const since = (instant: number) => instant - click;
    return {
      socket: since(socket),
      remoteTrack: since(remoteTrack),
      remoteFrame: since(remoteFrame),
      bytesBefore,
      bytesAfter: bytes(),
    };
  } finally {
    await page.context().close();
  }
}

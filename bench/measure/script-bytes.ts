import { openBrowser } from "@/bench/support/browser";
import { enterOnce } from "@/bench/support/enter-once";
import { openOurs, openPeers } from "@/bench/support/products";
import type { Row } from "@/bench/support/row";

/** Script that travels until the page can be used, and until somebody else is seen; cold cache. */
export async function measureScriptBytes(): Promise<Row[]> {
  const browser = await openBrowser();
  const peers = await openPeers();
  const own = await enterOnce(browser, await openOurs());
  const other = peers && (await enterOnce(browser, peers));
  await browser.close();
  const row = (what: string, key: "bytesBefore" | "bytesAfter", atMost: number): Row => ({
    what: `script transferred ${what}`,
    value: own[key] / 1_000,
    unit: "kB",
    target: { atMost },
    note: other ? `${Math.round(other[key] / 1_000)} kB of the peer's` : "",
  });
  return [
    row("before joining", "bytesBefore", 140),
    row("by the first remote frame", "bytesAfter", 280),
  ];
}

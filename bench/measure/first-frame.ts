import { openBrowser } from "@/bench/support/browser";
import { enterOnce } from "@/bench/support/enter-once";
import { describe, percentile } from "@/bench/support/percentile";
import { openOurs, openPeers } from "@/bench/support/products";
import type { Row } from "@/bench/support/row";

const ROUNDS = 20;

/**
 * From the press that joins to the first frame of somebody else, in a browser that was never there:
 * ours and the peer's in turns, on one media server. The first entry of each warms its server and
 * does not count.
 */
export async function measureFirstFrame(): Promise<Row[]> {
  const [ours, peers] = [await openOurs(), await openPeers()];
  const products = peers ? [ours, peers] : [ours];
  const took = new Map(products.map((product) => [product, [] as number[]]));
  const browser = await openBrowser();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const product of products) {
      const { remoteFrame } = await enterOnce(browser, product);
      if (round > 0) took.get(product)?.push(remoteFrame);
    }
  }
  await browser.close();

  const own = took.get(ours) ?? [];
  const other = peers && took.get(peers);
  const rows: Row[] = [
    {
      what: "click to first remote frame, p50",
      value: percentile(own, 50),
      unit: "ms",
      target: null,
      note: describe(own),
    },
    {
      what: "click to first remote frame, slowest",
      value: percentile(own, 100),
      unit: "ms",
      target: { atMost: 1_000 },
    },
  ];
  if (!other) return rows;
  const ratio = (percent: number) => percentile(own, percent) / percentile(other, percent);
  return [
    ...rows,
    {
      what: "click to first remote frame, p50",
      value: ratio(50),
      unit: "of the peer's",
      target: { atMost: 0.75 },
      note: `${describe(other)} ms`,
    },
    {
      what: "click to first remote frame, p95",
      value: ratio(95),
      unit: "of the peer's",
      target: null,
    },
  ];
}

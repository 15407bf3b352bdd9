import type { Browser, Page } from "@playwright/test";
import { openBrowser, openWindow } from "@/bench/support/browser";
import { describe, percentile } from "@/bench/support/percentile";
import { ENTER, openPeersEmpty } from "@/bench/support/products";
import type { Row } from "@/bench/support/row";
import { makeOrganization, makeRoom, makeSeat } from "@/e2e/support/world";

const ROUNDS = 10;
/** Until the picture of somebody who waits runs and the page is at rest. */
const SETTLE_MS = 1_500;

/**
 * From the clinician's press on "Admit" to the first frame of the patient in the clinician's window:
 * two browsers of the product, the patient waiting in the lobby with camera and microphone on. The
 * peer, in turns, has no lobby: there it is from the second one's press on "Join" to their first frame
 * in the window of the one who is inside.
 */
export async function measureAdmission(): Promise<Row[]> {
  const own: number[] = [];
  const others: number[] = [];
  const browser = await openBrowser();
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ms = await inTwoWindows(browser, admitOnce);
    const msOfPeer = await inTwoWindows(browser, joinPeerOnce);
    // The first one warms the server.
    if (round === 0) continue;
    own.push(ms);
    if (msOfPeer !== null) others.push(msOfPeer);
  }
  await browser.close();
  const rows: Row[] = [
    {
      what: "admission to the first frame at the presenter, p50",
      value: percentile(own, 50),
      unit: "ms",
      target: { atMost: 700 },
      note: describe(own),
    },
  ];
  if (others.length === 0) return rows;
  return [
    ...rows,
    {
      what: "the same, to a press on Join without a lobby, p50",
      value: percentile(own, 50) / percentile(others, 50),
      unit: "of the peer's",
      target: null,
      note: `${describe(others)} ms`,
    },
  ];
}

/** Gives the ms until the host sees whoever comes; null where it can't be had. */
type Round<Ms> = (comer: Page, host: Page) => Promise<Ms>;

async function inTwoWindows<Ms>(browser: Browser, round: Round<Ms>): Promise<Ms> {
  const pages = [await openWindow(browser), await openWindow(browser)] as const;
  const ms = await round(...pages);
  await Promise.all(pages.map((page) => page.context().close()));
  return ms;
}

async function admitOnce(patient: Page, clinician: Page): Promise<number> {
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  await patient.goto((await makeSeat(room, "patient", "Samuel Reyes")).link);
  await patient.click(ENTER);
  await patient.waitForSelector("video");
  await clinician.goto((await makeSeat(room, "clinician", "Dr Mira Halloran")).link);
  await clinician.click(ENTER);
  const admit = "role=button[name=/^Admit Samuel Reyes/] >> nth=0";
  await clinician.waitForSelector(admit);
  await clinician.waitForTimeout(SETTLE_MS);
  const pressed = await press(clinician, admit);
  return (await frameSeenBy(clinician)) - pressed;
}

async function joinPeerOnce(comer: Page, host: Page): Promise<number | null> {
  const peer = (await openPeersEmpty())?.product;
  if (!peer) return null;
  for (const page of [host, comer]) await peer.open(page);
  await press(host, peer.join);
  await host.waitForTimeout(SETTLE_MS);
  const pressed = await press(comer, peer.join);
  return (await frameSeenBy(host)) - pressed;
}

/** When it was pressed, in ms since 1970 by the page's clock. */
async function press(page: Page, what: string): Promise<number> {
  await page.evaluate(() => (window.seen.click = 0));
  await page.click(what);
  return page.evaluate(() => performance.timeOrigin + window.seen.click);
}

/** When this page drew the first frame of somebody else, in ms since 1970 by its clock. */
async function frameSeenBy(page: Page): Promise<number> {
  await page.waitForFunction(() => window.seen.remoteFrame > 0, null, { polling: 100 });
  return page.evaluate(() => performance.timeOrigin + window.seen.remoteFrame);
}

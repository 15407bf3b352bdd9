import { randomBytes } from "node:crypto";
import { AccessToken, RoomServiceClient } from "livekit-server-sdk";
import { environment } from "@/e2e/support/environment";
import { makeOrganization, makeRoom, makeSeat } from "@/e2e/support/world";
import type { CallProduct } from "./enter-once";
import { connect, sendPicture } from "./media-client";
import { SeatClient } from "./seat-client";

/** The one button that leads in, whatever it says. */
export const ENTER = "role=button[name=/^(I'm here|Join|Enter)/]";

/** Our own: an open meeting whose host is inside; each visitor has a seat of their own. */
export async function openOurs(): Promise<CallProduct> {
  const room = await makeRoom(await makeOrganization(), { closesInSeconds: 7_200 });
  const host = new SeatClient(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await sendPicture(await connect(await host.join()));
  return {
    name: "ours",
    join: ENTER,
    async open(page) {
      await page.goto((await makeSeat(room, "patient", "Samuel Reyes")).link);
      await page.waitForSelector(ENTER);
      await page.waitForSelector("video");
    },
  };
}

/** LiveKit's own example on the same media server; null where it does not run. */
export async function openPeers(): Promise<CallProduct | null> {
  const opened = await openPeersEmpty();
  if (!opened) return null;
  const { livekitKey, livekitSecret } = environment;
  const ticket = new AccessToken(livekitKey, livekitSecret, { identity: "host", ttl: 3_600 });
  const grant = { roomJoin: true, canPublish: true, canSubscribe: true };
  ticket.addGrant({ ...grant, room: opened.callName });
  await sendPicture(await connect(await ticket.toJwt()));
  return opened.product;
}

/** The same, in a new call in which nobody waits. */
export async function openPeersEmpty(): Promise<{ callName: string; product: CallProduct } | null> {
  const address = process.env.PEER_URL;
  if (!address) return null;
  const name = randomBytes(6).toString("hex");
  const { livekitKey, livekitSecret } = environment;
  const service = new RoomServiceClient(environment.livekitUrl, livekitKey, livekitSecret);
  await service.createRoom({ name, emptyTimeout: 3_600, departureTimeout: 3_600 });
  const join = "button.lk-join-button";
  const product: CallProduct = {
    name: "the peer's",
    join,
    async open(page) {
      await page.goto(`${address}/rooms/${name}`);
      await page.waitForSelector(join);
      // What is typed before its script runs is lost, so it is typed until the button opens.
      while (await page.isDisabled(join)) {
        await page.fill("#username", "");
        await page.fill("#username", "Samuel Reyes");
        await page.waitForTimeout(50);
      }
      await page.waitForSelector("video");
    },
  };
  return { callName: name, product };
}

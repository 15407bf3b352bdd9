import { makeMediaRoom } from "./media-room";

/**
 * Has the browser set up what its first media connection needs (threads, codecs, a certificate, the
 * client's own parts), so that a press does not have to wait for it. Connects to nobody and sends
 * nothing.
 */
export async function warmUp(): Promise<void> {
  makeMediaRoom({});
  const connection = new RTCPeerConnection();
  connection.addTransceiver("audio");
  connection.addTransceiver("video");
  await connection.createOffer();
  connection.close();
}

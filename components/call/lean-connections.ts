/** What a call of ours sends and takes: https://www.rfc-editor.org/rfc/rfc7742#section-5 has every browser speak it. */
const SPOKEN = new Set(["audio/opus", "audio/red", "video/vp8", "video/rtx"]);

/** Those of a browser's codecs that a call speaks. */
export function spokenOf<Codec extends { mimeType: string }>(codecs: readonly Codec[]): Codec[] {
  return codecs.filter(({ mimeType }) => SPOKEN.has(mimeType.toLowerCase()));
}

/**
 * Has every connection that this page makes from now on offer what a call needs and nothing else; the
 * media client has no setting for either. Browsers offer some twenty codecs for each track. The media
 * client asks for three places each for the others' sound and pictures before it knows of anybody:
 * one each will do, and the media server asks for more when more is to be seen. Both sides read and
 * write all of it several times before the first picture.
 */
export function makeConnectionsLean(): void {
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    /** What is asked for in the same breath as the first is what the media client asks for always. */
    #isBeginning = true;

    override addTransceiver(...asked: Parameters<RTCPeerConnection["addTransceiver"]>) {
      const [track] = asked;
      const kind = typeof track === "string" ? track : track.kind;
      const given =
        this.#isBeginning &&
        typeof track === "string" &&
        this.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
      if (given) return given;
      queueMicrotask(() => (this.#isBeginning = false));
      const transceiver = super.addTransceiver(...asked);
      const spoken = spokenOf(RTCRtpReceiver.getCapabilities(kind)?.codecs ?? []);
      // An older browser offers all of them.
      if ("setCodecPreferences" in transceiver) transceiver.setCodecPreferences(spoken);
      return transceiver;
    }
  };
}

import type { RemoteTrack } from "livekit-client";

/** Two soft notes, for somebody who knocks. */
const CHIME = { notes: [660, 880], seconds: 0.18, volume: 0.08 };

/** The sound of a call: the others' voices, and a chime. Draws nothing. */
export class CallSound {
  readonly #place = document.createElement("div");

  constructor() {
    this.#place.hidden = true;
    document.body.append(this.#place);
  }

  play(track: RemoteTrack): void {
    this.#place.append(track.attach());
  }

  drop(track: RemoteTrack): void {
    for (const element of track.detach()) element.remove();
  }

  stop(): void {
    this.#place.remove();
  }

  /** Plays without a device's leave to make sound being certain; silence is no failure. */
  chime(): void {
    const context = new AudioContext();
    const end = CHIME.notes.length * CHIME.seconds;
    CHIME.notes.forEach((hertz, index) => {
      const tone = new OscillatorNode(context, { frequency: hertz });
      const gain = new GainNode(context, { gain: 0 });
      const start = context.currentTime + index * CHIME.seconds;
      gain.gain.linearRampToValueAtTime(CHIME.volume, start + 0.02);
      gain.gain.linearRampToValueAtTime(0, start + CHIME.seconds);
      tone.connect(gain).connect(context.destination);
      tone.start(start);
      tone.stop(start + CHIME.seconds);
    });
    setTimeout(() => void context.close(), (end + 0.3) * 1000);
  }
}

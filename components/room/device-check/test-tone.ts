const SAMPLES_PER_SECOND = 22_050;
/** Three notes upwards, which a small speaker and an old ear can do. */
const NOTES = [523.25, 659.25, 783.99];
const NOTE_SECONDS = 0.28;
const VOLUME = 0.35;
const HEADER_BYTES = 44;

/** A sound file (WAV, 16 bits, one channel), so that an audio element can play it on any speaker. */
export function makeTone(): Blob {
  const perNote = Math.round(NOTE_SECONDS * SAMPLES_PER_SECOND);
  const dataBytes = NOTES.length * perNote * 2;
  const bytes = new DataView(new ArrayBuffer(HEADER_BYTES + dataBytes));
  writeHeader(bytes, dataBytes);
  NOTES.forEach((hertz, note) => {
    for (let index = 0; index < perNote; index += 1) {
      const fade = Math.sin((Math.PI * index) / perNote);
      const sample = fade * VOLUME * Math.sin((2 * Math.PI * hertz * index) / SAMPLES_PER_SECOND);
      const at = HEADER_BYTES + (note * perNote + index) * 2;
      bytes.setInt16(at, Math.round(sample * 0x7fff), true);
    }
  });
  return new Blob([bytes], { type: "audio/wav" });
}

function writeHeader(bytes: DataView, dataBytes: number): void {
  const text = (at: number, word: string) =>
    [...word].forEach((letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, SAMPLES_PER_SECOND, true);
  bytes.setUint32(28, SAMPLES_PER_SECOND * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, "data");
  bytes.setUint32(40, dataBytes, true);
}

/** Plays it on the chosen speaker. Silence where the browser forbids sound is no failure. */
export async function playTone(speakerId: string | null): Promise<void> {
  const address = URL.createObjectURL(makeTone());
  const audio = new Audio(address);
  audio.onended = () => URL.revokeObjectURL(address);
  try {
    if (speakerId && "setSinkId" in audio) await audio.setSinkId(speakerId);
    await audio.play();
  } catch {
    URL.revokeObjectURL(address);
  }
}

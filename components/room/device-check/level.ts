/** Louder than this (root mean square of full scale) counts as a voice. */
const VOICE_LEVEL = 0.015;
/** A voice at arm's length fills most of the bar. */
const FULL_LEVEL = 0.18;
/** As often as the eye needs; at each drawn frame the page would be painted without a pause. */
const INTERVAL_MS = 50;
const GESTURES = ["pointerdown", "keydown"] as const;

export function isVoice(level: number): boolean {
  return level >= VOICE_LEVEL;
}

/** 0–1 of the bar; the ear hears ratios, so quiet sounds still move it. */
export function barOf(level: number): number {
  return Math.min(1, Math.sqrt(level / FULL_LEVEL));
}

/**
 * Measures a microphone 20 times a second. `level` is 0–1 of full scale; null while the browser
 * wants a press on the page first.
 */
export function watchLevel(
  track: MediaStreamTrack,
  onLevel: (level: number | null) => void,
): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const measure = () => {
    if (context.state !== "running") return onLevel(null);
    analyser.getFloatTimeDomainData(samples);
    onLevel(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
  };
  const resume = () => void context.resume();
  for (const gesture of GESTURES) document.addEventListener(gesture, resume);
  const timer = setInterval(measure, INTERVAL_MS);
  return () => {
    clearInterval(timer);
    for (const gesture of GESTURES) document.removeEventListener(gesture, resume);
    void context.close();
  };
}

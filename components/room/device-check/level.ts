/** Louder than this (root mean square of full scale) counts as a voice. */
const VOICE_LEVEL = 0.015;
/** A voice at arm's length fills most of the bar. */
const FULL_LEVEL = 0.18;
const GESTURES = ["pointerdown", "keydown"] as const;

export function isVoice(level: number): boolean {
  return level >= VOICE_LEVEL;
}

/** 0–1 of the bar; the ear hears ratios, so quiet sounds still move it. */
export function barOf(level: number): number {
  return Math.min(1, Math.sqrt(level / FULL_LEVEL));
}

/**
 * Measures a microphone at each drawn frame. `level` is 0–1 of full scale; null while the browser
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
  let frame = 0;
  const measure = () => {
    frame = requestAnimationFrame(measure);
    if (context.state !== "running") return onLevel(null);
    analyser.getFloatTimeDomainData(samples);
    onLevel(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
  };
  const resume = () => void context.resume();
  for (const gesture of GESTURES) document.addEventListener(gesture, resume);
  measure();
  return () => {
    cancelAnimationFrame(frame);
    for (const gesture of GESTURES) document.removeEventListener(gesture, resume);
    void context.close();
  };
}

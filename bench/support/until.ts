const LIMIT_MS = 10_000;
const AGAIN_MS = 20;

/**
 * Waits until it is so, to within 20 ms.
 *
 * @throws Error when it did not happen in ten seconds.
 */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > LIMIT_MS) throw new Error("It did not happen in ten seconds.");
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

const STEP_MS = 25;

/** Asks `isTrue` again and again. @returns whether it came true within `limitMs` */
export async function waitUntil(isTrue, limitMs) {
  const end = Date.now() + limitMs;
  for (;;) {
    if (await isTrue()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

/** Whether `url` answers with 2xx. */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

import type { Page } from "@playwright/test";

/** Lets the page's scripts come only when the test says so. */
export async function holdScripts(page: Page): Promise<{ letThemCome: () => void }> {
  let letThemCome = () => {};
  const allowed = new Promise<void>((resolve) => (letThemCome = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await allowed;
    await route.continue();
  });
  return { letThemCome };
}

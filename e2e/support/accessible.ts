import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/**
 * No axe finding on the page as it stands, light and dark, as a phone and as a desktop shows it,
 * without motion: a colour on its way to another is neither. Next gives a page its title a moment
 * after what it shows, so that one is waited for.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  const before = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const axe = new AxeBuilder({ page });
      // Of all that axe looks at, colours are what the theme changes.
      const { violations } = await (
        colorScheme === "light" ? axe : axe.withRules("color-contrast")
      ).analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
      );
      expect(found, `${page.url()}, ${colorScheme}, ${size.width} px`).toEqual([]);
    }
  }
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

/** Nothing sticks out sideways in a window of 320 px. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} at 320 px`).toBeLessThanOrEqual(0);
}

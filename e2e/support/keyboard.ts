import { expect, type Locator } from "@playwright/test";

/** More stops than any of our pages has. */
const MOST_STOPS = 60;

/** Goes on with Tab until this has the focus, which has to be seen there. */
export async function tabsTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { keyboard } = target.page();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const [isFocused, ring] = await target.evaluate((element) => [
      element === document.activeElement,
      getComputedStyle(element).outlineStyle,
    ]);
    if (isFocused) {
      expect(ring, "the focus can be seen").not.toBe("none");
      return;
    }
    await keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${target.toString()}.`);
}

/** Goes there with Tab and presses Enter. */
export async function pressesByKey(target: Locator): Promise<void> {
  await tabsTo(target);
  await target.page().keyboard.press("Enter");
}

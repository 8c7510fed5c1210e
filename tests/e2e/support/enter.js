/**
 * Puts text in place of what stands in a box of a number or in an editor. In Firefox, `fill` alone leaves something of
 * that: it inserts by a command that no key gives.
 *
 * @param {import("@playwright/test").Locator} box
 * @param {number | string} text
 */
export async function enter(box, text) {
  await box.press("Control+a");
  await box.press("Backspace");
  await box.fill(String(text));
}

import { NAME, Screens } from "./support/screens.js";
import { EMULATION, expect, skipInFirefox, test } from "./support/test.js";

const WHITE = "rgb(255, 255, 255)";

test.beforeEach(() => skipInFirefox(EMULATION));

/** The colour of an element as it is drawn. */
function colour(locator, property) {
  return locator.evaluate((element, property) => getComputedStyle(element)[property], property);
}

test("paper shows what there is, in light colours, and nothing to press", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ colorScheme: "dark" });
  const screens = new Screens(page);
  await screens.empty();
  await screens.release();
  await screens.fire(100);
  await page.emulateMedia({ colorScheme: "dark", media: "print" });

  const map = page.getByRole("region", { name: "Release map" });
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  await expect(map.getByText("50 %", { exact: true })).toHaveCount(2);
  await expect(page.getByRole("table", { name: "Split by version" })).toBeVisible();
  await expect(page.getByRole("tab")).toHaveText(["Traffic"]);
  await expect(page.getByText("Seed 7f3a", { exact: true })).toBeVisible();
  for (const role of /** @type {const} */ (["button", "spinbutton", "slider", "menu", "progressbar"])) {
    await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
  }
  await expect(page.getByRole("region", { name: "History", exact: true })).toBeHidden();
  expect(await colour(page.locator("html"), "backgroundColor")).toBe(WHITE);

  await screens.tab("Aliases");
  const names = page.getByRole("table", { name: "Aliases" }).getByRole("row");
  await expect(names).toHaveText([/Name/, /dev/, /prod/, /test/]);
  await expect(names.getByText("prod", { exact: true })).toBeVisible();
  await expect(names.getByText("Delete")).toHaveCount(3);
  await expect(names.getByText("Delete").filter({ visible: true })).toHaveCount(0);
});

test("paper has neither the lesson nor the window's width", async ({ page }) => {
  const screens = new Screens(page);
  await screens.empty();
  await screens.release();
  await screens.lesson(6);
  await screens.button("Make the function").click();
  const drawing = page.locator(".map__drawing");
  await expect(drawing).toBeVisible();
  /** What the drawing is laid out for while the page is printed. */
  const printed = await drawing.evaluate(async (drawing) => {
    dispatchEvent(new Event("beforeprint"));
    // The page is drawn anew before the paper is, in what this task leaves to do.
    await Promise.resolve();
    return drawing.getAttribute("viewBox");
  });
  expect(printed).toMatch(/^0 0 680 /);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("complementary")).toBeHidden();
  await expect(drawing).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(drawing).not.toHaveAttribute("viewBox", printed);
});

test("charts are printed in light colours from a dark page", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ colorScheme: "dark" });
  const screens = new Screens(page);
  await screens.empty();
  await screens.release();
  await screens.fire(20);
  const background = page.locator(".chart svg > rect").first();
  const dark = await colour(background, "fill");
  expect(dark).not.toBe(WHITE);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await colour(background, "fill")).toBe(WHITE);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await colour(background, "fill")).toBe(dark);
});

test("with forced colours, what is selected and what has focus can be told", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ forcedColors: "active" });
  const screens = new Screens(page);
  await screens.empty();
  await screens.release();
  await screens.fire(20);

  /** Two colours that are told apart only if they are not the same. */
  const differ = async (one, other, property) =>
    expect(await colour(one, property), property).not.toBe(await colour(other, property));
  const tab = (name) => page.getByRole("tab", { name });
  await differ(tab("Traffic"), tab("Code"), "borderBlockEndColor");
  const node = (name) => page.getByRole("region", { name: "Release map" }).getByRole("link", { name });
  await differ(node("alias prod"), node("alias dev"), "borderInlineStartWidth");
  await differ(page.locator(".map__edge--selected .map__line").first(), page.locator(".map__line").first(), "stroke");
  const step = (number) => page.getByRole("region", { name: "History", exact: true }).getByRole("button", { name: `Go to step ${number}` });
  await differ(step(8), step(7), "backgroundColor");
  await differ(screens.button("Stop"), screens.button("Copy ARN"), "color");
  expect(await colour(page.locator(".chart text").first(), "fill")).toBe(await colour(page.locator("body"), "color"));

  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    expect(outline, `after ${presses + 1} times Tab`).not.toBe("none");
  }
});

test("with reduced motion nothing is animated while a run goes on", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const screens = new Screens(page);
  await screens.empty();
  await screens.release();
  const animated = await page.evaluateHandle(() => {
    const seen = new Set();
    const look = () => {
      document.getAnimations().forEach((animation) => seen.add(animation));
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  await screens.fire(500);
  expect(await animated.evaluate((seen) => seen.size)).toBe(0);
  const version = page.getByRole("region", { name: "Release map" }).getByRole("link", { name: "Version 1" });
  await expect(version).toContainText(/\d{3}/);
});

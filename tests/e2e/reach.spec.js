import AxeBuilder from "@axe-core/playwright";
import { NAME, Screens } from "./support/screens.js";
import { expect, test } from "./support/test.js";

/** More of Tab than any screen needs. */
const PRESSES = 200;

/** Presses Tab until focus has been everywhere, and gives what had it while something else covered all of it. */
async function coveredStops(page) {
  const covered = [];
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.stops = new Set();
  });
  let isEditor = false;
  for (let presses = 0; presses < PRESSES; presses += 1) {
    // In an editor Tab indents; Escape before it lets it go on.
    if (isEditor) await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || window.stops.has(element)) return null;
      window.stops.add(element);
      // Of what is larger than the window, the part within it.
      const box = element.getBoundingClientRect();
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const parts = [0.1, 0.5, 0.9];
      const points = parts.flatMap((x) => parts.map((y) => [left + x * (right - left), top + y * (bottom - top)]));
      const isSeen = points.some(([x, y]) => {
        const found = document.elementFromPoint(x, y);
        return found !== null && (element.contains(found) || found.contains(element.closest(".cm-editor")));
      });
      return { isSeen, isEditor: element.matches(".cm-content"), html: element.outerHTML.slice(0, 120) };
    });
    if (stop === null) return covered;
    ({ isEditor } = stop);
    if (!stop.isSeen) covered.push(stop.html);
  }
  throw new Error("Tab never comes back to where it began");
}

/** The last one is a window of 1280 by 1024 px that is zoomed to 400 %. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 800 },
  { width: 320, height: 256 },
];

for (const size of SIZES) {
  const name = `${size.width} by ${size.height} px`;
  test(`every target has room for a finger, and none is covered when it has focus, at ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(size);
    await new Screens(page).visit(async (screen) => {
      const { violations } = await new AxeBuilder({ page }).withRules(["target-size"]).analyze();
      const small = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
      expect.soft(small, `${screen}: smaller than 24 px, and too near to another`).toEqual([]);
      // A menu closes when focus leaves it.
      if (!screen.startsWith("menu")) expect.soft(await coveredStops(page), `${screen}: covered`).toEqual([]);
    });
  });
}

for (const width of [320, 1280]) {
  test(`nothing is lost at ${width} px, nor with more space in the text`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 800 });
    /** @param {string} screen */
    const check = async (screen) => {
      const { overflow, cut } = await page.evaluate(() => {
        const isCut = (element) => {
          const { overflowY, display, clipPath } = getComputedStyle(element);
          // What is for screen readers alone is cut off altogether.
          if ((overflowY !== "hidden" && overflowY !== "clip") || clipPath !== "none") return false;
          return !display.startsWith("inline") && element.scrollHeight > element.clientHeight + 1;
        };
        const elements = [...document.querySelectorAll("body *:not(svg *, .editor__frame, .editor__frame *)")];
        return {
          overflow: document.documentElement.scrollWidth - window.innerWidth,
          cut: elements.filter(isCut).map((element) => element.outerHTML.slice(0, 120)),
        };
      });
      expect.soft(overflow, `${screen} is wider than the window`).toBeLessThanOrEqual(0);
      expect.soft(cut, `${screen} has text cut off`).toEqual([]);
    };
    await new Screens(page).visit(async (screen) => {
      await check(screen);
      // The spacing of success criterion 1.4.12
      await page.evaluate(async () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
          * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
          p { margin-block-end: 2em !important; }
        `);
        document.adoptedStyleSheets = [sheet];
      });
      await check(`${screen} with more space`);
      await page.evaluate(() => (document.adoptedStyleSheets = []));
    });
  });
}

const LONG = "a".repeat(128);

test("a long name leaves in view what can be done with it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const screens = new Screens(page);
  await screens.empty();
  await screens.release();
  await screens.send("PUT", `/${NAME}/configuration`, { Description: "words ".repeat(42) });
  await screens.send("POST", `/${NAME}/aliases`, { Name: LONG, FunctionVersion: "1", Description: "words ".repeat(42) });
  await screens.functions();
  await expect(page.getByRole("columnheader", { name: "Last modified" })).toBeInViewport({ ratio: 1 });
  await screens.tab("Aliases");
  for (const act of ["Select", "Edit", "Delete"]) {
    await expect(screens.button(`${act} ${LONG}`)).toBeInViewport({ ratio: 1 });
  }
  await screens.tab("Versions");
  await expect(screens.button("View version 1")).toBeInViewport({ ratio: 1 });

  await page.setViewportSize({ width: 320, height: 800 });
  for (const tab of ["Code", "Test", "Versions", "Aliases", "Traffic", "Configuration"]) {
    await screens.tab(tab, LONG);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(overflow, `${tab} is wider than the window`).toBeLessThanOrEqual(0);
  }
});

test("the outcome of an act far down the page is in view", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const screens = new Screens(page);
  await screens.empty();
  await screens.release();
  await screens.tab("Test");
  await page.getByRole("textbox", { name: "Event name" }).fill("mine");
  await screens.button("Save event").click();
  await expect(page.getByRole("status").getByText("Saved the event mine.")).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("heading", { level: 1 })).not.toBeInViewport();
});

test("nothing of a lesson shows above its head", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const screens = new Screens(page);
  await screens.empty();
  await screens.lesson(4);
  const panel = page.getByRole("complementary");
  await panel.evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  const gap = await panel.evaluate((panel) => {
    const head = panel.querySelector(".lesson__head")?.getBoundingClientRect().top ?? 0;
    return head - panel.getBoundingClientRect().top - panel.clientTop;
  });
  expect(gap).toBeLessThanOrEqual(0);
});

test("where there is nothing yet, the next act is offered", async ({ page }) => {
  const screens = new Screens(page);
  await screens.empty();
  await screens.history();
  await screens.button("Create function").click();
  await page.getByRole("textbox", { name: "Function name" }).fill(NAME);
  await page.keyboard.press("Enter");
  await screens.heading(NAME);
  await screens.tab("Configuration", "$LATEST");
  await screens.button("Add variables").click();
  await expect(page.getByRole("dialog", { name: "Edit configuration" })).toBeVisible();
  await page.keyboard.press("Escape");
  await screens.tab("Logs", "$LATEST");
  await screens.button("Open the Test tab").click();
  await screens.button("Test").click();
  await expect(page.getByRole("region", { name: "Execution result" })).toContainText("succeeded");
});

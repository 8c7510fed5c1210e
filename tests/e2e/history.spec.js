import AxeBuilder from "@axe-core/playwright";
import { EMULATION, expect, skipInFirefox, test } from "./support/test.js";

const strip = (page) => page.getByRole("region", { name: "History", exact: true });
const testRow = (page) => page.getByRole("table", { name: "Aliases" }).getByRole("row", { name: /test 2/ });
const looking = (page) => page.getByText("You are looking at step");

test("an earlier state can be looked at, and not changed", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.tab("Aliases");
  await expect(strip(page)).toContainText("CreateAlias prod");
  await strip(page).getByRole("button", { name: "Step back" }).click();
  await expect(looking(page)).toContainText("after CreateAlias test");
  await expect(testRow(page)).toBeVisible();
  await expect(person.aliasRow("prod")).toHaveCount(0);

  await person.button("Create alias").click();
  const dialog = person.dialog("Create alias");
  await dialog.getByRole("textbox", { name: "Name" }).fill("beta");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("ResourceConflictException");
  await expect(dialog.getByRole("alert")).toContainText("Continue from here");
  await page.keyboard.press("Escape");
  await person.tab("Code");
  await expect(page.getByRole("button", { name: "Deploy" })).toHaveAttribute("aria-disabled", "true");
  await person.tab("Test");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(person.result).toContainText("shows an earlier state");

  await page.getByRole("button", { name: "Return to now" }).click();
  await expect(looking(page)).toHaveCount(0);
  await person.tab("Aliases");
  await expect(person.aliasRow("prod")).toBeVisible();
});

test("one can continue from an earlier step, and change one's mind", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await strip(page).getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Go to step 3", exact: true }).click();
  await expect(looking(page)).toContainText("step 3 of 8, after PublishVersion 1");
  await page.getByRole("button", { name: "Continue from here" }).click();
  await expect(page.getByRole("status")).toContainText("drops the 5 that were ahead");
  await page.goto("/#/functions/lambda-version-demo/versions");
  const versions = page.getByRole("table", { name: "Versions" });
  await expect(versions.getByRole("row")).toHaveCount(2);

  await strip(page).getByRole("button", { name: "Redo" }).click();
  await strip(page).getByRole("button", { name: "Redo" }).click();
  await expect(versions.getByRole("row")).toHaveCount(3);
  await person.createAlias("other", "2");
  await expect(strip(page).getByRole("button", { name: "Redo" })).toHaveAttribute("aria-disabled", "true");
  await expect(strip(page)).not.toContainText("CreateAlias prod");
});

test("undo and redo by keyboard, but not in a text", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.tab("Aliases");
  await page.keyboard.press("Control+z");
  await expect(person.aliasRow("prod")).toHaveCount(0);
  await expect(page.getByRole("status").first()).toContainText("Undone: CreateAlias prod.");
  await page.keyboard.press("Control+z");
  await expect(testRow(page)).toHaveCount(0);
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+y");
  await expect(person.aliasRow("prod")).toBeVisible();
  await person.tab("Test");
  await person.textbox("Event name").fill("one");
  await page.keyboard.press("Control+z");
  await person.tab("Aliases");
  await expect(person.aliasRow("prod")).toBeVisible();
});

test("what was deleted comes back", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.tab("Aliases");
  await person.aliasRow("prod").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete alias" }).click();
  await expect(person.aliasRow("prod")).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(person.aliasRow("prod")).toBeVisible();

  await person.button("Actions").click();
  await page.getByRole("menuitem", { name: "Delete function" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete function" }).click();
  await expect(page.getByText("No functions")).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "lambda-version-demo" }).click();
  await person.select("2");
  await person.test();
  await expect(person.result).toContainText("this is version two.");
});

test("the history is a script that does the same again", async ({ page, person, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await person.open();
  await person.walkToAliases();
  await page.goto("/#/history");
  await page.getByRole("button", { name: "Copy as a script" }).click();
  await expect(page.getByRole("status").first()).toContainText("Script copied.");
  const script = await page.evaluate(async () => {
    await window.lambda.reset();
    return navigator.clipboard.readText();
  });
  // As somebody pastes it into the browser's console, which the page's policy does not bind.
  await page.evaluate(`(async () => {${script}})()`);
  await page.goto("/#/functions/lambda-version-demo/aliases");
  await expect(person.aliasRow("prod")).toContainText("1");
  await person.select("2");
  await person.test();
  await expect(person.result).toContainText("this is version two.");
});

test("a thousand changes are stepped through quickly", async ({ page, person }) => {
  await person.open();
  await person.createFunction("long");
  await page.evaluate(async () => {
    const send = async (path, method, body) => {
      const url = `https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/long/${path}`;
      const response = await window.lambda.fetch(new Request(url, { method, body: JSON.stringify(body) }));
      if (!response.ok) throw new Error(await response.text());
    };
    for (let index = 0; index < 333; index += 1) {
      await send("configuration", "PUT", { Description: `change ${index}` });
      await send("versions", "POST", {});
      await send("aliases", "POST", { Name: `alias-${index}`, FunctionVersion: "1" });
    }
  });
  await page.goto("/#/history");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1000);
  const took = await page.evaluate(async () => {
    const named = (name) => [...document.querySelectorAll("button")].find((it) => it.textContent === name);
    const begin = performance.now();
    named("Step back").click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begin;
  });
  await expect(looking(page)).toContainText("step 999 of 1000");
  test.info().annotations.push({ type: "milliseconds for a step", description: took.toFixed() });
  expect(took).toBeLessThan(500);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing in the history, ${colorScheme} at ${width} px`, async ({ page, person }) => {
      if (colorScheme === "dark") skipInFirefox(EMULATION);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const check = async (screen) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(" ")}`), screen).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${screen} is wider than the window`).toBeLessThanOrEqual(0);
      };
      await person.open();
      await person.walkToAliases();
      await strip(page).getByRole("button", { name: "Undo" }).click();
      await check("a change undone");
      await strip(page).getByRole("button", { name: "Step back" }).click();
      await check("an earlier state");
      await page.goto("/#/history");
      await check("the page of all changes");
    });
  }
}

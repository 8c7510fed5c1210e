import AxeBuilder from "@axe-core/playwright";
import { enter } from "./support/enter.js";
import { handlerReturning } from "./support/playground.js";
import { EMULATION, expect, skipInFirefox, test } from "./support/test.js";

const TABS = ["Code", "Test", "Versions", "Aliases", "Traffic", "Logs", "Configuration"];

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing on any screen, ${colorScheme} at ${width} px`, async ({ page, person }) => {
      test.setTimeout(240_000);
      if (colorScheme === "dark") skipInFirefox(EMULATION);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      /** @param {string} screen */
      const check = async (screen) => {
        // Otherwise it works in a tab of its own, and Firefox closes a menu that loses the focus to that.
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
        expect(found, screen).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${screen} is wider than the window`).toBeLessThanOrEqual(0);
      };

      await person.open();
      await check("no functions");
      await person.button("Create function").click();
      await check("dialog Create function");
      await page.keyboard.press("Escape");
      await person.walkToAliases();
      await person.select("prod");
      await person.test();
      await person.fire("prod", 10);
      for (const tab of TABS) {
        await person.tab(tab);
        await check(`tab ${tab}`);
      }
      await person.tab("Versions");
      await person.button("Compare version 2").click();
      await expect(page.getByRole("group", { name: "Lines of lambda_function.py" })).toBeVisible();
      await check("two versions compared");
      await person.button("Restore version 1").click();
      await check("dialog that asks before restoring");
      await page.keyboard.press("Escape");
      await page.getByRole("combobox", { name: "Compare" }).selectOption("2");
      await check("a version compared with itself");
      await person.tab("Configuration");
      await person.select("$LATEST");
      await person.button("Edit configuration").click();
      await check("dialog Edit configuration");
      await page.keyboard.press("Escape");
      await person.editAlias("prod");
      await check("dialog Edit alias");
      await page.keyboard.press("Escape");
      await person.aliasRow("prod").getByRole("button", { name: "Delete" }).click();
      await check("dialog that asks before deleting");
      await page.keyboard.press("Escape");
      await person.button("Actions").click();
      await check("menu Actions");
      await page.getByRole("menuitem", { name: "Publish new version" }).click();
      await check("dialog Publish new version");
      await page.keyboard.press("Escape");
      await person.button("Settings").click();
      await person.dialog("Settings").getByRole("combobox", { name: "Cloud delays" }).selectOption("seconds");
      await check("dialog Settings");
      await page.keyboard.press("Escape");
      await person.delay("until settled");
      await person.deploy('def lambda_handler(event, context):\n    return event["name"]\n');
      await expect(person.button("Settle now")).toBeVisible();
      await check("an update that is not settled");
      await person.button("Settle now").click();
      await person.button("Add file").click();
      await page.keyboard.press("Enter");
      await check("dialog Add a file, with an objection");
      await page.keyboard.type("orders.py");
      await page.keyboard.press("Enter");
      await person.button("Rename file").click();
      await page.getByRole("dialog").getByRole("textbox", { name: "Path" }).fill("lambda_function.py");
      await page.keyboard.press("Enter");
      await check("dialog Rename, with an objection");
      await page.keyboard.press("Escape");
      await person.button("Deploy").click();
      await expect(page.getByText("Sent. Tests of $LATEST run")).toBeVisible();
      await person.button("Settle now").click();
      await page.getByRole("combobox", { name: "File" }).selectOption("orders.py");
      await person.button("Remove file").click();
      await expect(page.getByRole("button", { name: "Keep orders.py" })).toBeVisible();
      await check("a removed file");
      await person.button("Deploy").click();
      await person.button("Settle now").click();
      await person.test("failed");
      await check("where a test failed");
      await page.getByRole("button", { name: "Go to line 2" }).click();
      await expect(page.locator(".cm-marked")).toHaveCount(1);
      await page.keyboard.press("Control+f");
      await page.keyboard.type("a");
      await check("a marked line, and the search");
      await person.tab("Test");
      await enter(person.textbox("Event JSON"), '{\n  "name": Ada\n}');
      await expect(page.getByRole("button", { name: "Go to line 2", exact: true })).toBeVisible();
      await check("an event that is not JSON");
      await page.getByRole("combobox", { name: "Template" }).selectOption("sqs");
      await expect(page.getByRole("status").filter({ hasText: "has replaced" })).toBeVisible();
      await check("an event from a template");
      await page.goto("/#/learn");
      await page.getByRole("button", { name: "Open lesson 6" }).click();
      await page.getByRole("button", { name: "Make the function" }).click();
      await page.getByRole("button", { name: "Hint" }).click();
      await check("a lesson");
      await page.getByRole("button", { name: "Skip" }).click();
      await page.getByRole("link", { name: "All lessons" }).click();
      await check("all lessons");
      await page.getByRole("button", { name: "Hide the lesson" }).click();
      await page.goto("/#/learn/canary?seed=7f3a&start=lesson&locked=yes");
      await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
      await check("a teacher's link");
      await page.goto("/#/differences");
      await expect(page.getByRole("heading", { level: 1, name: "Differences from AWS" })).toBeVisible();
      await check("differences from AWS");
      await page.goto("/#/functions/nowhere/code");
      await expect(page.getByRole("heading", { level: 1, name: "nowhere" })).toBeVisible();
      await check("no such function");
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1, name: "Functions" })).toBeVisible();
      await check("functions");
    });
  }
}

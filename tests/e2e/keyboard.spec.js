import { sum } from "./support/playground.js";
import { expect, test } from "./support/test.js";

/** How often Tab may be pressed on the way to a control. */
const FAR = 60;

/** A person without a mouse, who never leaves the keys. */
class Typist {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
    this.keys = page.keyboard;
  }

  /** What has the keyboard's focus. */
  get focused() {
    return this.page.locator(":focus");
  }

  /** Presses Tab, or Shift+Tab, until something has focus. */
  async reach(role, name, { key = "Tab", exact = false } = {}) {
    const target = this.page.getByRole(role, { name, exact });
    for (let presses = 0; presses < FAR; presses++) {
      const there = await target.evaluateAll((found) => found.some((element) => element === document.activeElement));
      if (there) return this.stands();
      await this.keys.press(key);
    }
    throw new Error(`${key} does not lead to ${role} ${name}`);
  }

  back(role, name, options = {}) {
    return this.reach(role, name, { ...options, key: "Shift+Tab" });
  }

  /** Focus is on something that can be seen, is in the window and is not covered. */
  async stands() {
    await expect(this.focused).toHaveCount(1);
    await expect(this.focused).not.toHaveJSProperty("tagName", "BODY");
    const seen = () =>
      this.focused.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const [x, y] = [Math.max(left, 0) + Math.min(right, innerWidth), Math.max(top, 0) + Math.min(bottom, innerHeight)];
        const there = document.elementFromPoint(x / 2, y / 2);
        return element.contains(there) || (there?.contains(element) ?? false);
      });
    await expect.poll(seen).toBe(true);
  }

  async press(role, name, options) {
    await this.reach(role, name, options);
    await this.keys.press("Enter");
  }

  /** Types over what stands in the box that has focus. */
  async type(text) {
    await this.keys.press("Control+a");
    await this.keys.type(text);
  }

  /** Chooses in the list that has focus by the first letters of an option. */
  async choose(letters, value) {
    await this.keys.type(letters);
    await expect(this.focused).toHaveValue(value);
  }

  /** Goes from the selected tab to another one, by arrows. */
  async tab(name) {
    const selected = this.page.getByRole("tab", { selected: true });
    await this.back("tab", /** @type {string} */ (await selected.textContent()));
    for (let presses = 0; presses < 7 && (await selected.textContent()) !== name; presses++) {
      const before = await selected.textContent();
      await this.keys.press("ArrowRight");
      await expect(selected).not.toHaveText(before ?? "");
    }
    await expect(this.focused).toHaveText(name);
    await this.stands();
  }

  /** From the editor, in which Tab indents. */
  async leaveEditor() {
    await this.keys.press("Escape");
  }

  async deploy(text) {
    await this.tab("Code");
    await expect(this.page.getByRole("textbox", { name: "Source of lambda_function.py" })).toHaveClass(/cm-content/);
    await this.reach("textbox", "Source of lambda_function.py");
    // The editor indents the second line by itself.
    await this.type(`def lambda_handler(event, context):\nreturn "${text}"`);
    await expect(this.page.getByText("Changes not deployed")).toBeVisible();
    await this.leaveEditor();
    await this.back("button", "Deploy");
    await this.keys.press("Enter");
    await expect(this.page.getByText("Changes not deployed")).toHaveCount(0);
    await this.stands();
  }

  /** Tests what is selected, and waits for what a handler returns. */
  async test(text) {
    await this.tab("Test");
    await this.press("button", "Test", { exact: true });
    const result = this.page.getByRole("region", { name: "Execution result" });
    await expect(result).toContainText("Executing function: succeeded");
    await expect(result).toContainText(text);
    await this.stands();
  }

  async publish(description) {
    await this.back("button", "Actions");
    await this.keys.press("ArrowDown");
    await expect(this.focused).toHaveText("Publish new version");
    await this.keys.press("Enter");
    await this.within("Publish new version");
    await this.reach("textbox", "Version description");
    await this.keys.type(description);
    await this.keys.press("Enter");
    await this.closed();
    await expect(this.focused).toHaveText("Actions");
  }

  async createAlias(name, letters, version) {
    await this.press("button", "Create alias", { exact: true });
    await this.within("Create alias");
    await this.reach("textbox", "Name");
    await this.keys.type(name);
    await this.reach("combobox", "Version", { exact: true });
    await this.choose(letters, version);
    await this.press("button", "Save");
    await this.closed();
    await expect(this.row(name)).toBeVisible();
  }

  async editProd() {
    await this.press("button", "Edit prod");
    await this.within("Edit alias");
  }

  row(alias) {
    return this.page.getByRole("table", { name: "Aliases" }).getByRole("row", { name: `Select ${alias}` });
  }

  /** Waits until a dialog is open and has focus. */
  async within(name) {
    await expect(this.page.getByRole("dialog", { name }).locator(":focus")).toHaveCount(1);
    await this.stands();
  }

  /** Waits until the dialog is closed and focus is somewhere else. */
  async closed() {
    await expect(this.page.getByRole("dialog")).toHaveCount(0);
    await this.stands();
  }
}

test("the walk by keyboard alone", async ({ page, person, context }) => {
  test.setTimeout(180_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await person.open();
  const typist = new Typist(page);
  const { keys, focused } = typist;
  const qualifier = page.getByRole("combobox", { name: "Qualifier" });

  await test.step("the first stop leads past the bar", async () => {
    await keys.press("Tab");
    await expect(focused).toHaveText("Jump to content");
    await keys.press("Enter");
    await expect(focused).toHaveRole("heading");
    await typist.stands();
  });

  await test.step("create, deploy, test", async () => {
    await typist.press("button", "Create function");
    await typist.within("Create function");
    await typist.reach("textbox", "Function name");
    await keys.type("lambda-version-demo");
    await typist.reach("combobox", "Runtime");
    await typist.choose("Python 3.8", "python3.8");
    await typist.press("button", "Create function");
    await typist.closed();
    await expect(focused).toHaveText("lambda-version-demo");

    await typist.reach("tab", "Code");
    await typist.deploy("this is version one.");
    await typist.test("this is version one.");
  });

  await test.step("a test event", async () => {
    await typist.back("textbox", "Event JSON");
    await typist.type('{"caller": "keyboard"}');
    await typist.reach("textbox", "Event name");
    await keys.type("from the keyboard");
    await typist.press("button", "Save event");
    await expect(page.getByRole("status").getByText("Saved the event from the keyboard.")).toBeVisible();
    await typist.stands();
    await typist.back("button", "Test", { exact: true });
    await typist.test("this is version one.");
  });

  await test.step("two versions", async () => {
    await typist.publish("first try");
    await expect(qualifier).toHaveValue("1");
    await typist.reach("combobox", "Qualifier");
    await typist.choose("$", "$LATEST");
    await typist.stands();
    await typist.reach("tab", "Test");
    await typist.deploy("this is version two.");
    await typist.test("this is version two.");
    await typist.publish("second try");
    await expect(qualifier).toHaveValue("2");
  });

  await test.step("three aliases", async () => {
    await typist.reach("tab", "Test");
    await typist.tab("Aliases");
    await typist.createAlias("dev", "$", "$LATEST");
    await typist.createAlias("test", "2", "2");
    await typist.createAlias("prod", "1", "1");
  });

  await test.step("half of prod, by slider and by number", async () => {
    await typist.editProd();
    await typist.reach("combobox", "Additional version");
    await typist.choose("2", "2");
    await typist.reach("slider", "Split");
    for (const key of ["ArrowRight", "ArrowUp", "PageUp"]) await keys.press(key);
    const weight = page.getByRole("spinbutton", { name: "Weight" });
    await expect(weight).toHaveValue("12");
    await typist.reach("spinbutton", "Weight");
    await typist.type("49");
    await keys.press("ArrowUp");
    await expect(page.getByRole("slider", { name: "Split" })).toHaveValue("50");
    await keys.press("Enter");
    await typist.closed();
    await expect(typist.row("prod")).toContainText("50 %");
    await expect(focused).toHaveText("Edit");
  });

  await test.step("traffic, stopped and to its end", async () => {
    await typist.tab("Traffic");
    await typist.reach("combobox", "Send to");
    await typist.choose("prod", "prod");
    await typist.reach("spinbutton", "Number of invocations");
    await typist.type("100000");
    await typist.press("button", "Fire");
    await expect(page.getByRole("button", { name: "Stop" })).toBeEnabled();
    await typist.press("button", "Stop");
    await expect(page.getByText("100,000 invocations through prod without a seed, stopped after")).toBeVisible();
    await expect(focused).toHaveText("Stop");
    await typist.back("spinbutton", "Number of invocations");
    await typist.type("100");
    await keys.press("Enter");
    await expect.poll(async () => sum(await person.split(), "Observed")).toBe(100);
    await typist.stands();
  });

  await test.step("promote", async () => {
    await typist.tab("Aliases");
    await typist.press("button", "Promote prod");
    await typist.within("Promote on prod?");
    await expect(focused).toHaveText("Cancel");
    await typist.press("button", "Promote");
    await typist.closed();
    await expect(typist.row("prod")).not.toContainText("50 %");
  });

  await test.step("undo and redo", async () => {
    await keys.press("Control+z");
    await expect(typist.row("prod")).toContainText("50 %");
    await typist.stands();
    await keys.press("Control+Shift+z");
    await expect(typist.row("prod")).not.toContainText("50 %");
    await typist.stands();
    await typist.press("button", "Step back");
    await expect(page.getByText("You are looking at step")).toBeVisible();
    await typist.stands();
    await typist.back("button", "Return to now");
    await keys.press("Enter");
    await expect(page.getByText("You are looking at step")).toHaveCount(0);
    await typist.stands();
  });

  await test.step("select the alias on the map, and copy its ARN", async () => {
    await typist.reach("link", "alias prod");
    await keys.press("Enter");
    await expect(qualifier).toHaveValue("prod");
    await typist.press("button", "Copy ARN");
    await expect(page.getByRole("status").getByText("ARN copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/:lambda-version-demo:prod$/);
    await typist.stands();
  });
});

test("a list in the top bar leads from function to function, and keeps the focus", async ({ page, person }) => {
  await person.open();
  await person.createFunction("one");
  const list = page.getByRole("combobox", { name: "Function" });
  await expect(list).toHaveCount(0);
  await person.createFunction("three");
  await person.createFunction("two");
  await person.tab("Aliases");
  await list.focus();
  for (const name of ["three", "one"]) {
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("tab", { name: "Aliases" })).toHaveAttribute("aria-selected", "true");
    await expect(list).toBeFocused();
    await expect(list).toHaveValue(name);
  }
});

test("a lesson that is hidden gives the focus to the button that shows it again", async ({ page, person }) => {
  await person.open();
  const learn = page.getByRole("button", { name: "Learn", exact: true });
  await learn.press("Enter");
  await page.getByRole("button", { name: "Hide the lesson" }).press("Enter");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect(learn).toBeFocused();
});

import { expect } from "@playwright/test";
import { enter } from "./enter.js";

/** What a handler of the walk looks like. */
export function handlerReturning(text) {
  return `def lambda_handler(event, context):\n    return "${text}"\n`;
}

/** A person at the page: everything is found by role and name. */
export class Person {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
  }

  async open(path = "/") {
    await this.page.goto(path);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  button(name) {
    return this.page.getByRole("button", { name }).first();
  }

  textbox(name) {
    return this.page.getByRole("textbox", { name });
  }

  dialog(name) {
    return this.page.getByRole("dialog", { name });
  }

  async createFunction(name, { runtime = "python3.8" } = {}) {
    await this.button("Create function").click();
    const dialog = this.dialog("Create function");
    await dialog.getByRole("textbox", { name: "Function name" }).fill(name);
    await dialog.getByRole("combobox", { name: "Runtime" }).selectOption(runtime);
    await dialog.getByRole("button", { name: "Create function" }).click();
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  /** Chooses cloud delays: "none", "until settled" or a number of seconds. */
  async delay(delays) {
    await this.button("Settings").click();
    const dialog = this.dialog("Settings");
    const seconds = typeof delays === "number";
    await dialog.getByRole("combobox", { name: "Cloud delays" }).selectOption(seconds ? "seconds" : delays);
    if (seconds) await enter(dialog.getByRole("spinbutton", { name: "Seconds" }), delays);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  }

  async tab(name) {
    await this.page.getByRole("tab", { name }).click();
  }

  async select(qualifier) {
    await this.page.getByRole("combobox", { name: "Qualifier" }).selectOption(qualifier);
  }

  async write(source) {
    await this.tab("Code");
    const editor = this.textbox("Source of lambda_function.py");
    // The quick textarea gives way to the real editor once that has been loaded.
    await expect(editor).toHaveClass(/cm-content/);
    await enter(editor, source);
    await expect(this.page.getByText("Changes not deployed")).toHaveCount(1);
  }

  async deploy(source) {
    await this.write(source);
    await this.button("Deploy").click();
    await expect(this.page.getByText("Changes not deployed")).toHaveCount(0);
  }

  get result() {
    return this.page.getByRole("region", { name: "Execution result" });
  }

  /** Tests what is selected, and waits for the outcome. */
  async test(outcome = "succeeded") {
    await this.tab("Test");
    const before = await this.requestId();
    await this.page.getByRole("button", { name: "Test", exact: true }).click();
    await expect(this.result).toContainText(`Executing function: ${outcome}`);
    await expect.poll(() => this.requestId()).not.toBe(before);
  }

  async requestId() {
    const text = (await this.result.textContent()) ?? "";
    return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0];
  }

  async publish(description = "") {
    await this.button("Actions").click();
    await this.page.getByRole("menuitem", { name: "Publish new version" }).click();
    const dialog = this.dialog("Publish new version");
    await dialog.getByRole("textbox", { name: "Version description" }).fill(description);
    await dialog.getByRole("button", { name: "Publish" }).click();
    await expect(dialog).toBeHidden();
  }

  async createAlias(name, version) {
    await this.tab("Aliases");
    await this.button("Create alias").click();
    const dialog = this.dialog("Create alias");
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("combobox", { name: "Version", exact: true }).selectOption(version);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  }

  aliasRow(name) {
    return this.page.getByRole("table", { name: "Aliases" }).getByRole("row").filter({ hasText: name });
  }

  /** Opens the dialog that edits an alias. */
  async editAlias(name) {
    await this.tab("Aliases");
    await this.aliasRow(name).getByRole("button", { name: "Edit" }).click();
    return this.dialog("Edit alias");
  }

  /** Fires invocations and gives the rows of the split: the cells of each by column name. */
  async fire(target, count) {
    await this.tab("Traffic");
    await this.page.getByRole("combobox", { name: "Send to" }).selectOption(target);
    await enter(this.page.getByRole("spinbutton", { name: "Number of invocations" }), count);
    await this.button("Fire").click();
    await expect.poll(async () => sum(await this.split(), "Observed"), { timeout: 60_000 }).toBe(count);
    return this.split();
  }

  async split() {
    const table = this.page.getByRole("table", { name: "Split by version" });
    const columns = await table.getByRole("columnheader").allTextContents();
    const rows = await table.getByRole("row").all();
    const cells = await Promise.all(rows.slice(1).map((row) => row.locator("th, td").allTextContents()));
    return cells.map((texts) => Object.fromEntries(columns.map((name, index) => [name.trim(), texts[index].trim()])));
  }

  /** The walk up to two published versions and the aliases dev, test and prod. */
  async walkToAliases(name = "lambda-version-demo") {
    await this.createFunction(name);
    await this.deploy(handlerReturning("this is version one."));
    await this.publish("first try");
    await this.select("$LATEST");
    await this.deploy(handlerReturning("this is version two."));
    await this.publish("second try");
    await this.createAlias("dev", "$LATEST");
    await this.createAlias("test", "2");
    await this.createAlias("prod", "1");
  }
}

/** The total of a column of whole numbers. */
export function sum(rows, column) {
  return rows.reduce((total, row) => total + Number(row[column].replaceAll(/\D/g, "")), 0);
}

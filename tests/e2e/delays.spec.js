import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";
import { handlerReturning } from "./support/playground.js";

const PENDING = "The function is currently in the following state: Pending";

test("until it is settled a new function is pending, and says what to do", async ({ page, person }) => {
  await person.open();
  await person.delay("until settled");
  await person.createFunction("slow");
  await expect(page.getByText("State: Pending", { exact: true })).toBeVisible();
  await person.tab("Test");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  const refusal = person.result.getByRole("alert");
  await expect(refusal).toContainText(`ResourceConflictException: The operation cannot be performed at this time. ${PENDING}`);
  await expect(refusal).toContainText("Wait until the function has settled, or press Settle now, then try again.");
  await person.button("Settle now").click();
  await expect(page.getByText("State: Pending", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Settle now" })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "slow" })).toBeFocused();
  await person.test();
});

test("while an update is in progress the earlier code runs", async ({ page, person }) => {
  await person.open();
  await person.createFunction("slow");
  await person.deploy(handlerReturning("earlier"));
  await person.delay("until settled");
  await person.deploy(handlerReturning("later"));
  await expect(page.getByText("Last update: InProgress")).toBeVisible();
  await person.test();
  await expect(person.result).toContainText('"earlier"');
  await page.getByRole("link", { name: "Lambda Playground" }).click();
  await expect(page.getByRole("table", { name: "Functions" })).toContainText("Last update: InProgress");
  await person.button("Settle now").click();
  await expect(page.getByRole("table", { name: "Functions" })).toContainText("Active");
  await page.getByRole("link", { name: "slow" }).click();
  await person.test();
  await expect(person.result).toContainText('"later"');
});

test("with seconds the page moves on by itself", async ({ page, person }) => {
  await person.open();
  await person.delay(2);
  await person.createFunction("slow");
  await expect(page.getByText("slow is being created: this takes 2 s.")).toBeVisible();
  await expect(page.getByText("State: Pending", { exact: true })).toBeVisible();
  await expect(page.getByText("State: Pending", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Settle now" })).toHaveCount(0);
  await person.tab("Configuration");
  await expect(page.getByRole("tabpanel")).toContainText("StateActive");
});

test("delays and what they hold up survive a reload", async ({ page, person }) => {
  await person.open();
  await person.createFunction("settled");
  await person.delay("until settled");
  await person.createFunction("slow");
  await expect(page.getByText("State: Pending", { exact: true })).toBeVisible();
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  await page.goto("/#/");
  await page.reload();
  await expect(page.getByRole("link", { name: "slow" })).toBeVisible();
  const row = (name) => page.getByRole("row").filter({ has: page.getByRole("link", { name }) });
  await expect(row("slow")).toContainText("State: Pending");
  await expect(row("settled")).toContainText("Active");
  await person.button("Settings").click();
  await expect(page.getByRole("combobox", { name: "Cloud delays" })).toHaveValue("until settled");
  await page.keyboard.press("Escape");

  await person.delay("none");
  await expect(row("slow")).toContainText("Active");
  await expect(page.getByRole("button", { name: "Settle now" })).toHaveCount(0);
});

test("a number of seconds is asked for until one is given", async ({ page, person }) => {
  await person.open();
  await person.button("Settings").click();
  const dialog = person.dialog("Settings");
  await dialog.getByRole("combobox", { name: "Cloud delays" }).selectOption("seconds");
  const seconds = dialog.getByRole("spinbutton", { name: "Seconds" });
  for (const wrong of ["", "-1"]) {
    await enter(seconds, wrong);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toContainText("Give a number from 0.");
  }
  await enter(seconds, 0.5);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("status")).toContainText("Saved the settings.");
});

import { expect, test } from "./support/test.js";

const HEADING = { level: 1, name: "Differences from AWS" };

test("the differences from AWS are a link away from everywhere", async ({ page, person }) => {
  await person.open();
  await page.getByRole("contentinfo").getByRole("link", { name: "Differences from AWS" }).click();
  await expect(page.getByRole("heading", HEADING)).toBeFocused();
  await expect(page).toHaveURL(/#\/differences$/);
  await expect(page).toHaveTitle("Differences from AWS – Lambda Playground");
  await expect(page.getByRole("main")).toContainText("RustPython 0.6, which speaks Python 3.14");
  await expect(page.getByRole("main")).toContainText("Does an asynchronous retry through a weighted alias draw anew?");
  await expect(page.getByRole("listitem").filter({ hasText: "PublishVersion" })).toBeVisible();
  const handlers = page.getByRole("table", { name: "Handlers" });
  await expect(handlers.getByRole("row", { name: "Imports the SDK" })).toContainText("No module named 'boto3'");
});

test("they are linked where a runtime is chosen, and what was typed there stays", async ({ page, person }) => {
  await person.open();
  await person.button("Create function").click();
  const dialog = person.dialog("Create function");
  await dialog.getByRole("textbox", { name: "Function name" }).fill("typed");
  const opened = page.waitForEvent("popup");
  await dialog.getByRole("link", { name: "Differences from AWS" }).click();
  const popup = await opened;
  await expect(popup.getByRole("heading", HEADING)).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Function name" })).toHaveValue("typed");
});

import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";
import { handlerReturning, sum } from "./support/playground.js";

for (const width of [1280, 360]) {
  test(`the walk, at ${width} px`, async ({ page, person }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    await person.open();

    await test.step("create, deploy, test", async () => {
      await person.createFunction("lambda-version-demo");
      await person.deploy(handlerReturning("this is version one."));
      await person.test();
      await expect(person.result).toContainText('"this is version one."');
      await expect(person.result).toContainText("$LATEST");
      await expect(person.result).toContainText("Init duration");
    });

    await test.step("publish version 1, which is read-only", async () => {
      await person.publish("first try");
      await person.select("1");
      await person.test();
      await expect(person.result).toContainText('"this is version one."');
      await person.tab("Code");
      await expect(person.textbox("Source of lambda_function.py")).toHaveAttribute("aria-readonly", "true");
      await expect(person.button("Deploy")).toBeDisabled();
    });

    await test.step("until the change is deployed, tests run the old code", async () => {
      await person.select("$LATEST");
      await person.write(handlerReturning("this is version two."));
      await person.test();
      await expect(person.result).toContainText('"this is version one."');
      const waiting = page.getByText("Changes not deployed");
      await expect(waiting).toHaveCount(1);
      await person.select("1");
      await expect(waiting).toHaveCount(1);
      await person.tab("Code");
      await expect(waiting).toHaveCount(1);
      await person.select("$LATEST");
      await expect(waiting).toHaveCount(1);
      await person.button("Deploy").click();
      await expect(page.getByText("Changes not deployed")).toHaveCount(0);
      await person.test();
      await expect(person.result).toContainText('"this is version two."');
      await person.publish("second try");
    });

    await test.step("three aliases", async () => {
      await person.createAlias("dev", "$LATEST");
      await person.createAlias("test", "2");
      await person.createAlias("prod", "1");
      for (const [alias, text] of [
        ["dev", "two"],
        ["test", "two"],
        ["prod", "one"],
      ]) {
        await person.select(alias);
        await person.test();
        await expect(person.result).toContainText(`"this is version ${text}."`);
      }
    });

    await test.step("half of prod to version 2", async () => {
      const dialog = await person.editAlias("prod");
      await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
      await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 50);
      await expect(dialog).toContainText("50 %");
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog).toBeHidden();
      await expect(person.aliasRow("prod")).toContainText("50 %");
      if (width >= 1280) await expect(person.aliasRow("prod").getByRole("button").last()).toBeInViewport({ ratio: 1 });

      const rows = await person.fire("prod", 100);
      expect(rows.map((row) => row.Version)).toEqual(["1", "2"]);
      expect(sum(rows, "Observed")).toBe(100);
      // Beyond this one run in a million would fall.
      for (const row of rows) expect(Number(row.Observed)).toBeGreaterThan(24);
      expect(rows[0]["Normal range"]).toMatch(/40\D+60/);
      expect(sum(rows, "Errors")).toBe(0);
      await expect(page.getByRole("region", { name: "Split plot" })).toBeVisible();
    });

    await test.step("100 % on version 2", async () => {
      const dialog = await person.editAlias("prod");
      await dialog.getByRole("combobox", { name: "Version", exact: true }).selectOption("2");
      await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("");
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog).toBeHidden();
      await person.select("prod");
      await person.test();
      await expect(person.result).toContainText('"this is version two."');
      const rows = await person.fire("prod", 20);
      expect(rows.map((row) => [row.Version, row.Observed])).toEqual([["2", "20"]]);
    });
  });
}

test("with a seed a run can be repeated", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  const dialog = await person.editAlias("prod");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 30);
  await dialog.getByRole("button", { name: "Save" }).click();
  await person.tab("Traffic");
  await person.textbox("Seed").fill("7f3a");
  const observed = async () => (await person.fire("prod", 200)).map((row) => row.Observed);
  const first = await observed();
  await page.reload();
  await expect(person.textbox("Seed").first()).toHaveValue("7f3a");
  expect(await observed()).toEqual(first);
});

import { handlerReturning } from "./support/playground.js";
import { Learner } from "./support/learner.js";
import { expect, test } from "./support/test.js";

const NAME = "lambda-version-demo";

/** Does something to the function through the API. */
async function send(page, method, path, body) {
  const status = await page.evaluate(
    async ([method, path, body]) => {
      const request = new Request(`/2015-03-31/functions/${path}`, { method, body: JSON.stringify(body) });
      return (await window.lambda.fetch(request)).status;
    },
    [method, path, body],
  );
  expect(status).toBeLessThan(300);
}

function row(page, version) {
  const button = page.getByRole("button", { name: `View version ${version}`, exact: true });
  return page.getByRole("table", { name: "Versions" }).getByRole("row").filter({ has: button });
}

/** The lines of a file that differs, each as its sign and its text. */
async function lines(page, path = "lambda_function.py") {
  const rows = page.getByRole("group", { name: `Lines of ${path}` }).locator("tbody tr");
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

/** Opens the comparison of two states by its address. */
async function compare(page, before, after) {
  await page.goto(`/#/functions/${NAME}/versions/${before}/${after}`);
  await expect(page.getByRole("heading", { level: 2, name: /compared with/ })).toBeVisible();
}

test("any two states are compared, in code and configuration", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await send(page, "PUT", `${NAME}/configuration`, { Timeout: 10, Environment: { Variables: { STAGE: "test" } } });
  await person.tab("Versions");
  await row(page, 2).getByRole("button", { name: "Compare" }).click();

  const heading = page.getByRole("heading", { level: 2, name: "Version 1 compared with version 2" });
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(`${NAME}: Version 1 compared with version 2 – Lambda Playground`);
  await expect(page.getByText("1 file differs. The configuration is the same.")).toBeVisible();
  expect(await lines(page)).toEqual([
    "1 1 def lambda_handler(event, context):",
    '2 − Removed return "this is version one."',
    '2 + Added return "this is version two."',
  ]);

  await page.getByRole("combobox", { name: "With" }).focus();
  await page.getByRole("combobox", { name: "With" }).selectOption("$LATEST");
  await expect(page.getByText("1 file and 2 settings differ.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "With" })).toBeFocused();
  const settings = page.getByRole("table", { name: "Settings that differ" }).getByRole("row");
  await expect(settings).toHaveText([
    "SettingVersion 1$LATEST",
    "Timeout3 s10 s",
    "Environment variable STAGEnot settest",
  ]);

  // It has an address: reload and back work.
  await page.reload();
  await expect(page.getByText("1 file and 2 settings differ.")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("1 file differs. The configuration is the same.")).toBeVisible();
  await page.getByRole("button", { name: "All versions" }).click();
  await expect(row(page, 2)).toBeVisible();
});

test("what is the same is said plainly, and what publishing would do", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.tab("Versions");
  await person.button("Compare with $LATEST").click();
  await expect(page.getByText("Nothing differs: version 2 and $LATEST have the same code")).toBeVisible();
  await expect(page.getByText("the service would answer with version 2.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore version 2" })).toHaveAttribute("aria-disabled", "true");

  await page.getByRole("combobox", { name: "Compare" }).selectOption("$LATEST");
  await expect(page.getByText("This is $LATEST compared with itself")).toBeVisible();
  await compare(page, 1, 7);
  await expect(page.getByText("There is no version 7")).toBeVisible();

  await person.select("$LATEST");
  await person.write(handlerReturning("not sent"));
  await compare(page, 2, "$LATEST");
  await expect(page.getByText("Nothing differs")).toBeVisible();
  await expect(page.getByText("What you have edited since the last deploy is not in $LATEST yet.")).toBeVisible();
});

test("long stretches are folded until somebody wants them", async ({ page, person }) => {
  const source = (last) => `${Array.from({ length: 40 }, (_, line) => `# ${line + 1}`).join("\n")}\n${handlerReturning(last)}`;
  await person.open();
  await person.createFunction(NAME);
  await person.deploy(source("one"));
  await person.publish();
  await person.select("$LATEST");
  await person.deploy(source("two"));
  await compare(page, 1, "$LATEST");
  expect(await lines(page)).toEqual([
    "Show 38 unchanged lines",
    "39 39 # 39",
    "40 40 # 40",
    "41 41 def lambda_handler(event, context):",
    '42 − Removed return "one"',
    '42 + Added return "two"',
  ]);
  await page.getByRole("button", { name: "Show 38 unchanged lines" }).click();
  await expect(page.getByRole("group", { name: "Lines of lambda_function.py" })).toBeFocused();
  expect((await lines(page)).length).toBe(43);
});

test("a version is restored by the requests that were shown, and the undo takes all of it back", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await send(page, "PUT", `${NAME}/configuration`, { MemorySize: 256 });
  await person.tab("Versions");
  await row(page, 1).getByRole("button", { name: "Restore" }).click();
  const dialog = person.dialog("Restore version 1 into $LATEST?");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  const [code, configuration] = await dialog.locator("pre").allInnerTexts();
  expect(code).toContain(`PUT /2015-03-31/functions/${NAME}/code`);
  expect(code).toMatch(/"ZipFile": "… \d+ bytes …"/);
  expect(configuration).toContain(`PUT /2015-03-31/functions/${NAME}/configuration`);
  expect(JSON.parse(configuration.slice(configuration.indexOf("{")))).toEqual({ MemorySize: 128 });
  await dialog.getByRole("button", { name: "Restore version 1" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Restored version 1 into $LATEST. Tests of $LATEST run its code now.")).toBeVisible();
  await expect(row(page, 1).getByRole("button", { name: "Restore" })).toHaveCount(0);
  const steps = page.getByRole("region", { name: "History" }).getByRole("listitem");
  await expect(steps.last()).toContainText("UpdateFunctionConfiguration");

  await compare(page, 1, "$LATEST");
  await expect(page.getByText("Nothing differs")).toBeVisible();
  await expect(page.getByText("make a new version all the same")).toBeVisible();
  await person.test();
  await expect(person.result).toContainText("this is version one.");

  await person.tab("Versions");
  await row(page, 2).getByRole("button", { name: "Restore" }).click();
  await person.dialog("Restore version 2").getByRole("button", { name: "Restore version 2" }).click();
  await person.button("Undo").click();
  await compare(page, 1, "$LATEST");
  await expect(page.getByText("Nothing differs")).toBeVisible();
});

test("what was typed and not deployed is kept, unless one says otherwise", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.select("$LATEST");
  await person.write(handlerReturning("typed"));
  const restore = async (what) => {
    await person.tab("Versions");
    await row(page, 1).getByRole("button", { name: "Restore" }).click();
    const dialog = person.dialog("Restore version 1");
    const typed = dialog.getByRole("combobox", { name: "What you have typed" });
    if (what !== undefined) await typed.selectOption(what);
    await dialog.getByRole("button", { name: "Restore version 1" }).click();
    await expect(dialog).toBeHidden();
    await person.tab("Code");
  };
  const editor = person.textbox("Source of lambda_function.py");
  await restore();
  await expect(editor).toContainText("typed");
  await expect(page.getByText("Changes not deployed")).toHaveCount(1);

  await person.button("Undo").click();
  await restore("discard");
  await expect(editor).toContainText("this is version one.");
  await expect(page.getByText("Changes not deployed")).toHaveCount(0);
  await person.button("Undo").click();
  await expect(editor).toContainText("typed");
  await expect(page.getByText("Changes not deployed")).toHaveCount(1);
});

test("with cloud delays the second request waits for the first", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await send(page, "PUT", `${NAME}/configuration`, { MemorySize: 256 });
  await person.delay("until settled");
  const restore = async () => {
    await person.tab("Versions");
    await row(page, 1).getByRole("button", { name: "Restore" }).click();
    const dialog = person.dialog("Restore version 1");
    await dialog.getByRole("button", { name: "Restore version 1" }).click();
    await expect(dialog.getByRole("status")).toContainText(
      "An update is in progress. UpdateFunctionConfiguration is sent as soon as it is through.",
    );
    return dialog;
  };
  let dialog = await restore();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Restored version 1 in part: UpdateFunctionConfiguration was not sent.")).toBeVisible();
  await person.button("Undo").click();

  dialog = await restore();
  await dialog.getByRole("button", { name: "Settle now" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Tests of $LATEST run the earlier code until the update is through.")).toBeVisible();
  await person.button("Settle now").click();
  await compare(page, 1, "$LATEST");
  await expect(page.getByText("Nothing differs")).toBeVisible();

  // With seconds it goes on by itself.
  await person.delay(1);
  await person.tab("Versions");
  await send(page, "PUT", `${NAME}/configuration`, { MemorySize: 512 });
  await row(page, 2).getByRole("button", { name: "Restore" }).click();
  await person.dialog("Restore version 2").getByRole("button", { name: "Restore version 2" }).click();
  await expect(person.dialog("Restore version 2")).toBeHidden();
  await expect(page.getByText("Restored version 2 into $LATEST.")).toBeVisible();
});

test("a version names the aliases and the runs that use it", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  const routing = { RoutingConfig: { AdditionalVersionWeights: { 2: 0.25 } } };
  await send(page, "PUT", `${NAME}/aliases/prod`, routing);
  await person.fire("test", 3);
  await person.fire("2", 4);
  await person.tab("Versions");
  await expect(row(page, 1)).toContainText("prod 75 %");
  await expect(row(page, 2)).toContainText("prod 25 %, test 100 %");
  await expect(row(page, 2)).toContainText("Run 2 and 1 more");
  await person.fire("1", 1);
  await person.tab("Versions");
  await row(page, 2).getByRole("button", { name: "Show run 2" }).click();
  await expect(page.getByRole("tab", { name: "Traffic" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText("Run 2: 4 invocations through 2")).toBeVisible();

  await compare(page, 2, "$LATEST");
  await page.getByRole("tabpanel").getByRole("button", { name: "Select dev" }).click();
  await expect(page.getByRole("combobox", { name: "Qualifier" })).toHaveValue("dev");
  await expect(page.getByRole("heading", { level: 2, name: "Version 2 compared with $LATEST" })).toBeVisible();
});

test("all of it works by keyboard alone", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.tab("Versions");
  const learner = new Learner(page);
  await page.getByRole("tab", { name: "Versions" }).focus();
  await learner.reach("Compare version 2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2 }).filter({ hasText: "compared" })).toBeFocused();
  await learner.reach("Restore version 1");
  await page.keyboard.press("Enter");
  const dialog = person.dialog("Restore version 1");
  await expect(dialog).toBeVisible();
  await learner.reach("Restore version 1");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Restored version 1 into $LATEST.")).toBeVisible();
  await learner.back("All versions");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

import AxeBuilder from "@axe-core/playwright";
import { enter } from "./support/enter.js";
import { Learner } from "./support/learner.js";
import { EMULATION, expect, skipInFirefox, test } from "./support/test.js";

/** The release map of the page. */
function mapOf(page) {
  return page.getByRole("region", { name: "Release map" });
}

/** What the map says to a screen reader. */
async function sentences(page) {
  return mapOf(page).getByRole("list", { name: "The map in words" }).getByRole("listitem").allTextContents();
}

/** Gives version 2 a share of prod. */
async function share(person, percent) {
  const dialog = await person.editAlias("prod");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), percent);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

/** Does something to the function demo through the API. */
async function send(page, method, path, body) {
  const status = await page.evaluate(
    async ([method, path, body]) => {
      const url = `/2015-03-31/functions/demo${path}`;
      return (await window.lambda.fetch(new Request(url, { method, body: JSON.stringify(body) }))).status;
    },
    [method, path, body],
  );
  expect(status).toBeLessThan(300);
}

test("the map names the next act until there is something to see", async ({ page, person }) => {
  await person.open();
  await person.createFunction("demo");
  await expect(mapOf(page)).toContainText("No versions yet: under Actions, publish this code as version 1.");
  await person.publish();
  await expect(mapOf(page)).toContainText("No aliases yet: on the Aliases tab, create one");
  await person.createAlias("prod", "1");
  await expect(mapOf(page)).not.toContainText("yet");
  await expect.poll(() => sentences(page)).toEqual(["prod sends 100 % to version 1", "No alias sends to $LATEST"]);
});

for (const width of [1280, 360]) {
  test(`a node selects its qualifier, by mouse and by keyboard, at ${width} px`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 800 });
    await person.open();
    await person.walkToAliases();
    await share(person, 50);
    await expect
      .poll(() => sentences(page))
      .toEqual([
        "dev sends 100 % to $LATEST",
        "test sends 100 % to version 2",
        "prod sends 50 % to version 1 and 50 % to version 2",
      ]);
    await expect(mapOf(page).getByText("50 %", { exact: true })).toHaveCount(2);

    const qualifier = page.getByRole("combobox", { name: "Qualifier" });
    await mapOf(page).getByRole("link", { name: "Version 2" }).first().click();
    await expect(qualifier).toHaveValue("2");
    await expect(page.getByRole("tab", { name: "Aliases" })).toHaveAttribute("aria-selected", "true");

    await page.getByRole("heading", { level: 1 }).focus();
    await new Learner(page).reach("alias prod", "a");
    await page.keyboard.press("Enter");
    await expect(qualifier).toHaveValue("prod");
    const prod = mapOf(page).getByRole("link", { name: "alias prod" });
    await expect(prod).toBeFocused();
    await expect(prod).toHaveAttribute("aria-current", "true");
    // An alias may be called what a button is called.
    await person.tab("Test");
    await expect(page.getByRole("button", { name: "Test" })).toHaveCount(1);
  });
}

test("old versions that no alias uses are counted, not drawn", async ({ page, person }) => {
  await person.open();
  await person.createFunction("demo");
  for (let version = 1; version <= 20; version += 1) {
    await send(page, "PUT", "/configuration", { Description: `change ${version}` });
    await send(page, "POST", "/versions", { Description: `change ${version}` });
  }
  await send(page, "POST", "/aliases", { Name: "prod", FunctionVersion: "4" });
  const links = mapOf(page).getByRole("link");
  await expect(links).toHaveText([
    /prod$/,
    "$$LATEST",
    "TVersion 20change 20",
    "SVersion 19change 19",
    "RVersion 18change 18",
    "DVersion 4change 4",
    "16 more versions",
  ]);
  await links.last().click();
  await expect(page.getByRole("table", { name: "Versions" }).getByRole("row")).toHaveCount(21);
});

test("a run travels the map, with letters for versions and exact counts", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await share(person, 50);
  const letters = await page.evaluateHandle(() => {
    const seen = new Set();
    const note = () => document.querySelectorAll(".map__mark").forEach((mark) => seen.add(mark.textContent));
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  const rows = await person.fire("prod", 200);
  expect(await letters.evaluate((seen) => [...seen].sort())).toEqual(["A", "B"]);
  const [one, two] = rows.map((row) => row.Observed);
  await expect
    .poll(() => sentences(page))
    .toContain(`Of the latest run through prod, ${one} went to version 1 and ${two} went to version 2`);
  await expect(mapOf(page).getByRole("link", { name: "Version 1" })).toContainText(one);
  await expect(mapOf(page).getByRole("link", { name: "Version 2" })).toContainText(two);
  // What has arrived is gone.
  await expect(mapOf(page).locator(".map__mark")).toHaveCount(0);
});

test("with reduced motion a run is counted and nothing moves", async ({ page, person }) => {
  skipInFirefox(EMULATION);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await person.open();
  await person.walkToAliases();
  await share(person, 50);
  const moved = await page.evaluateHandle(() => {
    const seen = new Set();
    const note = () => document.querySelectorAll(".map__mark").forEach((mark) => seen.add(mark));
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  const [row] = await person.fire("prod", 200);
  await expect(mapOf(page).getByRole("link", { name: "Version 1" })).toContainText(row.Observed);
  expect(await moved.evaluate((seen) => seen.size)).toBe(0);
});

test("slider, weight, shares and request move together", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  const dialog = await person.editAlias("prod");
  const slider = dialog.getByRole("slider", { name: "Split" });
  const weight = dialog.getByRole("spinbutton", { name: "Weight" });
  await expect(dialog).toContainText("No additional version");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");

  await enter(weight, 30);
  await expect(slider).toHaveValue("30");
  await expect(slider).toHaveAttribute("aria-valuetext", "Version 2 gets 30 %, Version 1 the other 70 %.");
  await expect(dialog).toContainText('"AdditionalVersionWeights": {"2": 0.3}');

  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(weight).toHaveValue("31");
  await expect(dialog).toContainText("Version 2: 31 %");
  await expect(dialog).toContainText("Version 1: 69 %");
  await expect(dialog).toContainText('{"2": 0.31}');

  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(person.aliasRow("prod")).toContainText("69 %");
});

test("what the service would refuse is said in its words before it is sent", async ({ person }) => {
  await person.open();
  await person.walkToAliases();
  const dialog = await person.editAlias("prod");
  const additional = dialog.getByRole("combobox", { name: "Additional version" });
  await additional.selectOption("1");
  await expect(dialog).toContainText(
    "InvalidParameterValueException: Invalid function version 1. Function version 1 is already included in routing configuration.",
  );
  await additional.selectOption("$LATEST");
  await expect(dialog).toContainText("ValidationException: 1 validation error detected: Value '{$LATEST=0.0}'");
  const version = dialog.getByRole("combobox", { name: "Version", exact: true });
  await expect(version).toHaveValue("1");
  await additional.selectOption("2");
  await version.selectOption("$LATEST");
  await expect(dialog).toContainText(
    "$LATEST is not supported for an alias pointing to more than 1 version. Publish $LATEST and choose",
  );
  await expect(additional).toHaveValue("2");
  await version.selectOption("1");
  await expect(dialog).not.toContainText("InvalidParameterValueException");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 101);
  await expect(dialog).toContainText("ValidationException: 1 validation error detected: Value '{2=1.01}'");
});

test("shifting, promoting and rolling back show what they send, and send it", async ({ person }) => {
  await person.open();
  await person.walkToAliases();
  await share(person, 85);
  /** Presses a step's button, and gives what is about to be sent. */
  const press = async (step) => {
    await person.aliasRow("prod").getByRole("button", { name: step }).click();
    const dialog = person.dialog(`${step} on prod?`);
    await expect(dialog).toContainText("UpdateAlias");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    const [head, ...body] = (await dialog.locator("pre").innerText()).split("\n");
    expect(head).toBe("PUT /2015-03-31/functions/lambda-version-demo/aliases/prod");
    await dialog.getByRole("button", { name: step }).click();
    await expect(dialog).toBeHidden();
    return JSON.parse(body.join("\n"));
  };
  const cells = () => person.aliasRow("prod").getByRole("cell").allTextContents();
  const weights = (weights) => ({ RoutingConfig: { AdditionalVersionWeights: weights } });

  expect(await press("Shift 10 %")).toEqual(weights({ 2: 0.95 }));
  await expect(person.page.getByRole("status").first()).toContainText("prod sends 95 % to version 2.");
  expect(await press("Shift 10 %")).toEqual(weights({ 2: 1 }));
  await expect(person.aliasRow("prod").getByRole("button", { name: "Shift" })).toHaveCount(0);
  expect(await press("Roll back")).toEqual({ FunctionVersion: "1", ...weights({}) });
  expect((await cells()).slice(0, 5)).toEqual(["prod", "1", "100 %", "", ""]);
  await expect(person.aliasRow("prod").getByRole("button", { name: "Roll back" })).toHaveCount(0);

  await share(person, 10);
  expect(await press("Promote")).toEqual({ FunctionVersion: "2", ...weights({}) });
  expect((await cells()).slice(0, 5)).toEqual(["prod", "2", "100 %", "", ""]);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing on the map's empty states and the steps' dialog, ${colorScheme}`, async ({ page, person }) => {
    if (colorScheme === "dark") skipInFirefox(EMULATION);
    await page.emulateMedia({ colorScheme });
    const check = async (screen) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      expect(found, screen).toEqual([]);
    };
    await person.open();
    await person.createFunction("demo");
    await check("no versions");
    await person.publish();
    await check("no aliases");
    await send(page, "PUT", "/configuration", { Description: "changed" });
    await send(page, "POST", "/versions", {});
    await person.createAlias("prod", "1");
    await share(person, 10);
    await check("a shared alias");
    await person.aliasRow("prod").getByRole("button", { name: "Promote" }).click();
    await check("dialog that asks before promoting");
  });
}

import AxeBuilder from "@axe-core/playwright";
import { downloaded } from "./support/downloaded.js";
import { enter } from "./support/enter.js";
import { handlerReturning } from "./support/playground.js";
import { expect, test } from "./support/test.js";

/** Half of prod to version 2, which fails. */
async function halfToBroken(person) {
  await person.createFunction("demo");
  await person.deploy(handlerReturning("one"));
  await person.publish();
  await person.select("$LATEST");
  await person.deploy("def lambda_handler(event, context):\n    raise ValueError('two')\n");
  await person.publish();
  await person.createAlias("prod", "1");
  const dialog = await person.editAlias("prod");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 50);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

/** The texts of a table's cells, row by row, headings first. */
async function cells(table) {
  const rows = await table.getByRole("row").all();
  return Promise.all(rows.map((row) => row.locator("th, td").allTextContents()));
}

test("a seeded run is explained draw by draw, tested for fairness, kept and compared", async ({ page, person }) => {
  test.setTimeout(120_000);
  await person.open();
  await halfToBroken(person);
  await person.tab("Traffic");
  await person.textbox("Seed").fill("7f3a");
  await person.fire("prod", 20);

  // Seed 7f3a chooses 2, 1, 1, 2, 2, …: eleven of the first twenty are version 2.
  const draws = page.getByRole("list", { name: "First draws" }).getByRole("listitem");
  await expect(draws).toHaveCount(20);
  await expect(draws.nth(0)).toContainText("u = 0.41 < 0.50 → version 2");
  await expect(draws.nth(1)).toContainText("u = 0.77 ≥ 0.50 → version 1");
  await expect(page.getByText("compatible with the weight: chance alone strays", { exact: false })).toBeVisible();

  await person.fire("prod", 30);
  const kept = page.getByRole("table", { name: "Kept runs" });
  await expect(kept.getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: "Show run 1" }).click();
  await expect(page.getByText("Run 1: 20 invocations through prod with seed 7f3a.")).toBeVisible();
  expect((await person.split()).map((row) => Number(row.Observed))).toEqual([9, 11]);
  await page.getByRole("button", { name: "Compare run 2" }).click();
  await expect(page.getByText("Both runs drew the same numbers, those of seed 7f3a.")).toBeVisible();
  const beside = await cells(page.getByRole("table", { name: "Runs side by side" }));
  expect(beside.slice(0, 3)).toEqual([
    ["Figure", "Run 1", "Run 2"],
    ["Sent to", "prod", "prod"],
    ["Answered", "20", "30"],
  ]);
  await page.getByRole("figure", { name: "Running share" }).getByText("Figures").click();
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    expect(found, colorScheme).toEqual([]);
  }
  await page.getByRole("button", { name: "End comparison" }).click();
  await expect(page.getByRole("table", { name: "Runs side by side" })).toHaveCount(0);
});

test("every chart can be taken along as CSV, SVG and PNG", async ({ page, person }) => {
  test.setTimeout(120_000);
  await person.open();
  await halfToBroken(person);
  await person.tab("Traffic");
  await person.textbox("Seed").fill("7f3a");
  await person.fire("prod", 20);
  /** What a button has the browser save. */
  const saved = (name) => downloaded(page, () => page.getByRole("button", { name, exact: true }).click());

  const csv = await saved("CSV: Errors of each version");
  expect(csv.file).toBe("run-1-errors.csv");
  expect(csv.bytes.toString()).toBe("Version,Succeeded,Errors,Error rate (%)\r\n1,9,0,0\r\n2,0,11,100\r\n");
  const charts = [
    ["Share of each version", "shares"],
    ["Running share of version 2, in the order of the invocations", "running-share"],
    ["Stacked shares over the run", "share-over-time"],
    ["Duration of each version", "durations"],
    ["Errors of each version", "errors"],
  ];
  for (const [title, file] of charts) {
    const figure = page.getByRole("figure", { name: title });
    await expect(figure.locator("svg")).toBeVisible();
    const svg = await saved(`SVG: ${title}`);
    expect(svg.file).toBe(`run-1-${file}.svg`);
    expect(svg.bytes.toString()).toMatch(/^<svg [^]*<\/svg>$/);
    const png = await saved(`PNG: ${title}`);
    expect(png.file).toBe(`run-1-${file}.png`);
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    const box = await figure.locator("svg").boundingBox();
    expect(png.bytes.readUInt32BE(16)).toBe(2 * Math.round(box?.width ?? 0));
    await figure.getByText("Figures").click();
    await expect(figure.getByRole("table", { name: title })).toBeVisible();
  }
  const table = page.getByRole("figure", { name: "Errors of each version" }).getByRole("table");
  expect(await cells(table)).toEqual([
    ["Version", "Succeeded", "Errors", "Error rate (%)"],
    ["1", "9", "0", "0"],
    ["2", "0", "11", "100"],
  ]);
});

test("a link with the seed gives everybody the same draws", async ({ page, person, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await person.open();
  await person.createFunction("demo");
  await person.tab("Traffic");
  const copy = page.getByRole("button", { name: "Copy link with the seed" });
  await expect(copy).toHaveCount(0);
  await person.textbox("Seed").fill("class & 7");
  await copy.click();
  await expect(page.getByRole("status").getByText("Link with the seed copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#\/functions\/demo\/traffic\?seed=class%20%26%207$/);

  await person.textbox("Seed").fill("");
  await page.goto(link);
  await expect(person.textbox("Seed")).toHaveValue("class & 7");
  expect(page.url()).not.toContain("seed=");
});

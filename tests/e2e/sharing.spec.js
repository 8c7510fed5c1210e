import AxeBuilder from "@axe-core/playwright";
import { downloaded } from "./support/downloaded.js";
import { EMULATION, complaintsOf, expect, skipInFirefox, test } from "./support/test.js";
import { Learner } from "./support/learner.js";
import { handlerReturning, Person } from "./support/playground.js";

/** Opens the dialog and gives the link in it. */
async function linkOf(person) {
  await person.button("Share").click();
  const dialog = person.dialog("Share");
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  return link;
}

/** Exports to a file, and gives it. */
async function exported(page, person) {
  await person.button("Share").click();
  const button = person.dialog("Share").getByRole("button", { name: "Export to a file" });
  const { file, bytes } = await downloaded(page, () => button.click());
  expect(file).toBe("lambda-playground.json");
  return { name: file, mimeType: "application/json", buffer: bytes };
}

async function choose(page, person, file) {
  await person.button("Share").click();
  const chooser = page.waitForEvent("filechooser");
  await person.dialog("Share").getByRole("button", { name: "Import from a file" }).click();
  await (await chooser).setFiles(file);
}

/** Waits until everything is saved. */
async function saved(page) {
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
}

test("a link shows what it holds, and runs nothing until asked", async ({ page, person, browser }) => {
  await person.open();
  await person.walkToAliases();
  const link = await linkOf(person);
  expect(link.length).toBeLessThan(4_000);

  const context = await browser.newContext();
  const other = await context.newPage();
  const complaints = complaintsOf(other);
  const friend = new Person(other);
  await friend.open(link);
  await expect(other.getByRole("heading", { level: 1, name: "A shared playground" })).toBeVisible();
  await expect(other.getByRole("main")).toContainText("made by 8 changes");
  await expect(other.getByRole("main")).toContainText("Python 3.8, 2 versions, 3 aliases");
  await expect(other.getByRole("main")).toContainText("prod → 1");
  await friend.button("Not now").click();
  await expect(other.getByText("No functions")).toBeVisible();

  await friend.createFunction("mine");
  await friend.open(link);
  await friend.button("Open it here").click();
  await expect(other.getByRole("heading", { level: 1, name: "lambda-version-demo" })).toBeVisible();
  await friend.select("2");
  await friend.test();
  await expect(friend.result).toContainText("this is version two.");
  await friend.open(link);
  await friend.button("Open it here").click();
  await other.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(other.getByRole("status").first()).toContainText("What was here before is back.");
  expect(complaints).toEqual([]);
  await context.close();
});

test("a link that was cut off says so, and changes nothing", async ({ page, person }) => {
  await person.open();
  await person.createFunction("mine");
  const link = await linkOf(person);
  await page.goto("about:blank");
  await page.goto(link.slice(0, -20));
  await expect(page.getByRole("alert")).toContainText("The link cannot be opened");
  await page.getByRole("link", { name: "See all functions" }).click();
  await expect(page.getByRole("link", { name: "mine" })).toBeVisible();
});

test("a file holds everything, and what it replaces can be had back", async ({ page, person, browser }) => {
  await person.open();
  await person.walkToAliases();
  await person.select("$LATEST");
  await person.write(handlerReturning("not deployed yet"));
  const file = await exported(page, person);

  const context = await browser.newContext();
  const other = await context.newPage();
  const friend = new Person(other);
  await friend.open();
  await friend.createFunction("mine");
  await choose(other, friend, file);
  await expect(other.getByRole("heading", { level: 1, name: "lambda-version-demo" })).toBeVisible();
  await friend.tab("Code");
  await expect(friend.textbox("Source of lambda_function.py")).toContainText("not deployed yet");
  await saved(other);
  await other.reload();
  await friend.tab("Aliases");
  await expect(friend.aliasRow("prod")).toBeVisible();

  await choose(other, friend, { name: "broken.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await expect(friend.dialog("Share").getByRole("alert")).toContainText("The file cannot be imported");
  const newer = JSON.stringify({ playground: { form: 99 }, packages: {} });
  await friend.dialog("Share").getByRole("button", { name: "Cancel" }).click();
  await choose(other, friend, { name: "newer.json", mimeType: "application/json", buffer: Buffer.from(newer) });
  await expect(friend.dialog("Share").getByRole("alert")).toContainText("newer release");
  await other.keyboard.press("Escape");

  const mine = file.buffer.toString().replaceAll("lambda-version-demo", "renamed");
  await choose(other, friend, { name: "mine.json", mimeType: "application/json", buffer: Buffer.from(mine) });
  await expect(other.getByRole("heading", { level: 1, name: "renamed" })).toBeVisible();
  await other.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await friend.open("/#/");
  await expect(other.getByRole("link", { name: "lambda-version-demo" })).toBeVisible();
  await context.close();
});

test("an imported file ticks the steps of the open lesson", async ({ page, person }) => {
  await person.open();
  await person.createFunction("lambda-version-demo");
  await person.deploy(handlerReturning("this is version one."));
  const file = await exported(page, person);
  await page.evaluate(() => window.lambda.reset());
  await page.goto("/#/");
  const learner = new Learner(page);
  await learner.start();
  await learner.at("Create a function");
  await choose(page, person, file);
  await learner.at("Save a test event");
});

test("the second tab says that the first one saves, and takes over without losing anything", async ({ page, person, context }) => {
  await person.open();
  await person.createFunction("first");
  await saved(page);
  const other = await context.newPage();
  const second = new Person(other);
  await second.open();
  await expect(other.getByRole("alert")).toContainText("open in another tab");
  await expect(page.getByRole("alert")).toHaveCount(0);

  // Nothing was changed here: what the other tab has done since is taken over.
  await person.createFunction("later");
  await saved(page);
  await other.getByRole("button", { name: "Take over" }).click();
  await expect(other.getByRole("status").first()).toContainText("This tab saves from now on.");
  await expect(other.getByRole("link", { name: "later" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("open in another tab");

  // Something was changed in both: one can have either.
  await person.createFunction("here");
  await expect(page.getByRole("alert")).toContainText("not saved");
  await second.createFunction("there");
  await saved(other);
  await page.goto("/#/");
  await page.getByRole("button", { name: "Take over" }).click();
  await expect(page.getByRole("status").first()).toContainText("was replaced by what is here");
  await expect(page.getByRole("link", { name: "here", exact: true })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "there" })).toBeVisible();
  await saved(page);
  await other.close();
  await page.reload();
  await expect(page.getByRole("link", { name: "there" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("storage that is full is said, and work goes on", async ({ page, person }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...parameters) {
      if (window.isFull) throw new DOMException("There is no room.", "QuotaExceededError");
      return put.apply(this, parameters);
    };
  });
  await person.open();
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  await person.createFunction("demo");
  await expect(page.getByRole("alert")).toContainText("no longer saved");
  await expect(page.getByText("Not saved.")).toBeVisible();
  await person.publish("while full");
  await page.evaluate(() => Object.assign(window, { isFull: false }));
  await person.createAlias("prod", "1");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await person.tab("Aliases");
  await expect(person.aliasRow("prod")).toBeVisible();
});

test("storage that is blocked is said, and work goes on", async ({ page, person }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await person.open();
  await expect(page.getByRole("alert")).toContainText("does not let the page save anything");
  await person.createFunction("demo");
  await person.publish("anyway");
});

/** Writes over what is saved. */
async function overwrite(page, text) {
  await page.evaluate(async (text) => {
    const opened = indexedDB.open("lambda-playground");
    await new Promise((done) => (opened.onsuccess = done));
    const transaction = opened.result.transaction("documents", "readwrite");
    transaction.objectStore("documents").put(text, "current");
    await new Promise((done) => (transaction.oncomplete = done));
    opened.result.close();
  }, text);
}

/** Reads what is saved under a key. */
function stored(page, key) {
  return page.evaluate(async (key) => {
    const opened = indexedDB.open("lambda-playground");
    await new Promise((done) => (opened.onsuccess = done));
    const got = opened.result.transaction("documents").objectStore("documents").get(key);
    await new Promise((done) => (got.onsuccess = done));
    opened.result.close();
    return got.result;
  }, key);
}

test("what is damaged is put aside and can be exported, and saving goes on", async ({ page, person }) => {
  await person.open();
  await person.createFunction("lost");
  await saved(page);
  await overwrite(page, "{ damaged");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("could not be read");
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "Export it" }).click());
  expect(bytes.toString()).toBe("{ damaged");
  await person.createFunction("new");
  await saved(page);
  expect(await stored(page, "unreadable")).toBe("{ damaged");
  await page.goto("/#/");
  await page.reload();
  await expect(page.getByRole("link", { name: "new" })).toBeVisible();
});

test("what a newer release saved is left as it is", async ({ page, person }) => {
  await person.open();
  await person.createFunction("demo");
  await saved(page);
  await overwrite(page, '{"form": 99}');
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("newer release");
  await person.createFunction("demo");
  expect(await stored(page, "current")).toBe('{"form": 99}');
});

test("what was taken back can be made again after a reload", async ({ page, person }) => {
  await person.open();
  await person.createFunction("demo");
  await person.publish("first");
  await page.keyboard.press("Control+z");
  await saved(page);
  await page.reload();
  await page.getByRole("button", { name: "Redo" }).click();
  await person.tab("Versions");
  await expect(page.getByRole("table", { name: "Versions" })).toContainText("first");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing in sharing, ${colorScheme} at ${width} px`, async ({ page, person, context }) => {
      if (colorScheme === "dark") skipInFirefox(EMULATION);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const check = async (screen) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(" ")}`), screen).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${screen} is wider than the window`).toBeLessThanOrEqual(0);
      };
      await new Person(await context.newPage()).open();
      await person.open();
      await expect(page.getByRole("alert")).toContainText("open in another tab");
      await person.walkToAliases();
      await person.button("Share").click();
      await check("dialog Share");
      const link = await person.dialog("Share").getByRole("textbox", { name: "Link" }).inputValue();
      await page.keyboard.press("Escape");
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1, name: "A shared playground" })).toBeVisible();
      await check("what a link holds");
      await page.goto("/#/open/1.AAAA");
      await expect(page.getByRole("main").getByText("cannot be opened")).toBeVisible();
      await check("a link that cannot be opened");
    });
  }
}

import { expect, test } from "./support/test.js";
import { Learner } from "./support/learner.js";
import { handlerReturning } from "./support/playground.js";

const ONE = handlerReturning("this is version one.");

/** Begins the first lesson on a phone. */
async function begin(page, person) {
  await page.setViewportSize({ width: 360, height: 740 });
  await person.open();
  const learner = new Learner(page);
  await learner.start();
  return learner;
}

/** What part of the sheet is above its head. */
async function aboveTheHead(learner) {
  const top = (selector) => learner.panel.locator(selector).evaluate((it) => it.getBoundingClientRect().top);
  const panel = await learner.panel.evaluate((it) => it.getBoundingClientRect().top + it.clientTop);
  return (await top(".lesson__head")) - panel;
}

test("what was seen stands above what is next, at 360 px", async ({ page, person }) => {
  const learner = await begin(page, person);
  await person.createFunction("mine");
  await person.deploy(ONE);
  await learner.at("Save a test event");
  const seen = learner.panel.getByText("The new code is what $LATEST runs from now on.");
  await expect(seen).toBeInViewport({ ratio: 1 });
  await expect(learner.currentStep.getByText("Give it a name, such as first")).toBeInViewport({ ratio: 1 });
  // What was asked is out of the way until it is looked for.
  await expect(learner.panel.getByText("Until you deploy, Lambda runs the old code.")).toBeHidden();
  await expect.poll(() => learner.panel.evaluate((panel) => panel.scrollTop)).toBeGreaterThan(20);
  expect(await aboveTheHead(learner)).toBeLessThan(1);
});

test("why a button cannot be pressed does not cover the lesson, at 360 px", async ({ page, person }) => {
  const learner = await begin(page, person);
  await person.createFunction("mine");
  await person.tab("Code");
  await person.button("Deploy").focus();
  const reason = page.getByRole("tooltip").filter({ hasText: "Nothing has changed since the last deploy." });
  await expect(reason).toBeVisible();
  const { y, height } = (await reason.boundingBox()) ?? { y: 0, height: 0 };
  const { y: sheet } = (await learner.panel.boundingBox()) ?? { y: 0 };
  expect(y + height).toBeLessThanOrEqual(sheet);
});

test("the end of a lesson comes into view, and starting it over is taken back", async ({ page, person }) => {
  const learner = await begin(page, person);
  await learner.walk(() => learner.showMe());
  await expect(learner.button("Begin the next lesson")).toBeInViewport({ ratio: 1 });
  await learner.button("Start this lesson over").click();
  await learner.at("Create a function");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(learner.button("Begin the next lesson")).toBeVisible();
  await expect(learner.currentStep).toHaveCount(0);
});

test("an emptied playground leaves what was done, and begins anew what was begun", async ({ page, person }) => {
  test.setTimeout(120_000);
  await person.open("/#/learn");
  await page.getByRole("button", { name: "Open lesson 3" }).click();
  const learner = new Learner(page);
  await learner.setUp();
  await learner.walk(() => learner.showMe());
  await learner.next("Half and half");
  await learner.showMe();
  await learner.at("Try it by hand");
  await page.evaluate(() => window.lambda.reset());
  await learner.button("Make the function").click();
  await learner.at("Share prod between two versions");
  await learner.open("3. Names that stay");
  await expect(learner.button("Begin the next lesson")).toBeVisible();
  await expect(learner.panel.getByRole("listitem").filter({ hasText: "Done" })).toHaveCount(5);
});

test("environments that are kept ready are shown where they can be seen", async ({ page, person }) => {
  await person.open("/#/learn");
  await page.getByRole("button", { name: "Open lesson 8" }).click();
  const learner = new Learner(page);
  await learner.setUp();
  for (let steps = 0; steps < 4; steps += 1) await learner.button("Skip").click();
  await learner.at("Start ahead of the calls");
  await learner.showMe();
  await learner.at("The first call, kept ready");
  await expect(page.getByRole("tab", { name: "Test" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("combobox", { name: "Qualifier" })).toHaveValue("3");
});

test("what went wrong comes into view, at 360 px", async ({ page, person }) => {
  const learner = await begin(page, person);
  await person.createFunction("mine");
  await person.deploy(handlerReturning("This is version one"));
  await expect(learner.panel.getByText("the code does not hold the text")).toBeInViewport({ ratio: 1 });
});

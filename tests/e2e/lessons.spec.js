import { downloaded } from "./support/downloaded.js";
import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";
import { Learner } from "./support/learner.js";
import { handlerReturning } from "./support/playground.js";

const ONE = handlerReturning("this is version one.");
const TWO = handlerReturning("this is version two.");

for (const width of [1280, 360]) {
  test(`lessons 1 to 5 by hand, at ${width} px`, async ({ page, person }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    await person.open();
    const learner = new Learner(page);
    await learner.start();

    await test.step("create, deploy, test", async () => {
      await learner.at("Create a function");
      await person.createFunction("lambda-version-demo");
      await learner.at("Change what it says");
      await person.write(ONE);
      await person.test();
      await expect(learner.panel).toContainText("did not press Deploy");
      await person.deploy(ONE);
      await learner.at("Save a test event");
      await person.tab("Test");
      await person.textbox("Event name").fill("first");
      await person.button("Save event").click();
      await learner.at("Test it");
      await person.test();
      await learner.next("Two versions");
    });

    await test.step("two versions", async () => {
      await person.publish("first");
      await learner.at("Test the version");
      await person.select("$LATEST");
      await person.test();
      await expect(learner.panel).toContainText("You tested $LATEST");
      await person.select("1");
      await person.test();
      await learner.at("Change the code");
      await person.select("$LATEST");
      await person.deploy(TWO);
      await learner.at("Compare the two");
      await person.test();
      await person.select("1");
      await person.test();
      await learner.at("Publish version 2");
      await person.publish("second");
      await learner.next("Names that stay");
    });

    await test.step("aliases", async () => {
      await person.createAlias("dev", "$LATEST");
      await person.createAlias("test", "2");
      await person.createAlias("prod", "1");
      await learner.at("Call each by its name");
      for (const alias of ["dev", "test", "prod"]) {
        await person.select(alias);
        await person.test();
      }
      await learner.at("With and without a name");
      for (const qualifier of ["$LATEST", "prod"]) {
        await person.select(qualifier);
        await person.test();
      }
      await learner.next("Half and half");
    });

    await test.step("half of prod to version 2", async () => {
      const dialog = await person.editAlias("prod");
      await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
      const weight = dialog.getByRole("spinbutton", { name: "Weight" });
      await enter(weight, 5);
      await dialog.getByRole("button", { name: "Save" }).click();
      await learner.warned();
      const again = await person.editAlias("prod");
      await enter(again.getByRole("spinbutton", { name: "Weight" }), 50);
      await again.getByRole("button", { name: "Save" }).click();
      await learner.at("Try it by hand");
      await person.select("prod");
      for (let tests = 0; tests < 5; tests += 1) await person.test();
      await learner.at("Say what you expect");
      await learner.guess(60, 40);
      await expect(learner.panel).toContainText("the smaller one first");
      await learner.guess(45, 55);
      await learner.at("Fire 100 calls");
      await person.fire("prod", 100);
      await expect(learner.panel.getByRole("table")).toContainText("Normal range40 to 60");
      await expect(learner.panel.getByRole("table")).toContainText("Your guess45 to 55");
      await learner.next("All to version two");
    });

    await test.step("promote", async () => {
      const dialog = await person.editAlias("prod");
      await dialog.getByRole("combobox", { name: "Version", exact: true }).selectOption("2");
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog).toContainText("already included in routing configuration");
      await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("");
      await dialog.getByRole("button", { name: "Save" }).click();
      await learner.at("Call it as your users do");
      await person.select("prod");
      await person.test();
      await learner.at("Make sure");
      await person.fire("prod", 20);
      await expect(learner.button("Start this lesson over")).toBeVisible();
    });
    await page.reload();
    await expect(learner.panel).toContainText("All to version two");
    await expect(learner.currentStep).toHaveCount(0);
  });

  test(`every lesson as it shows itself, at ${width} px`, async ({ page, person }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 800 });
    await person.open();
    const learner = new Learner(page);
    await learner.start();
    const lessons = await learner.lessons();
    expect(lessons.length).toBe(10);
    for (const lesson of lessons) {
      await test.step(lesson, async () => {
        await learner.open(lesson);
        await learner.setUp();
        await learner.walk(async () => {
          if (!(await learner.guess(1, 9))) await learner.showMe();
        });
      });
    }
  });
}

test("the first lesson by keyboard alone", async ({ page, person }) => {
  test.setTimeout(120_000);
  await person.open();
  const learner = new Learner(page);
  const keys = page.keyboard;
  await learner.reach("Start the tutorial");
  await keys.press("Enter");
  await learner.at("Create a function");
  await learner.back("Create function");
  await keys.press("Enter");
  await keys.type("lambda-version-demo");
  await keys.press("Enter");
  await learner.at("Change what it says");
  await learner.reach("Source of lambda_function.py");
  await keys.press("Control+A");
  // The editor indents on its own.
  await keys.type('def lambda_handler(event, context):\nreturn "this is version one."');
  await keys.press("Escape");
  await learner.back("Deploy");
  await keys.press("Enter");
  await learner.at("Save a test event");
  await learner.back("Code", "tab");
  await keys.press("ArrowRight");
  await learner.reach("Event name");
  await keys.type("first");
  await learner.reach("Save event");
  await keys.press("Enter");
  await learner.at("Test it");
  await learner.back("Test", "button");
  await keys.press("Enter");
  await expect(person.result).toContainText("this is version one.");
  await learner.back("Begin the next lesson");
  await keys.press("Enter");
  await learner.at("Publish version 1");
});

test("a step can be skipped, gone back to and begun again", async ({ page, person }) => {
  await person.open();
  const learner = new Learner(page);
  await learner.start();
  await learner.button("Skip").click();
  await learner.at("Change what it says");
  await person.createFunction("mine");
  await person.deploy(ONE);
  await learner.at("Save a test event");
  const over = learner.stepNamed("Change what it says");
  await over.getByText("Change what it says").click();
  await over.getByRole("button", { name: "Do this again" }).click();
  const dialog = person.dialog("Change what it says");
  await expect(dialog).toContainText("the 2 changes made since this step began");
  await dialog.getByRole("button", { name: "Do this again" }).click();
  await learner.at("Change what it says");
  await expect(page.getByRole("heading", { level: 1, name: "mine" })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await learner.at("Save a test event");
  await expect(page.getByRole("combobox", { name: "Qualifier" })).toBeVisible();
});

test("what is over can be read again, and what was skipped be gone to", async ({ page, person }) => {
  await person.open();
  const learner = new Learner(page);
  await learner.start();
  await person.createFunction("mine");
  await learner.at("Change what it says");
  await learner.button("Skip").click();
  await learner.at("Save a test event");
  const done = learner.stepNamed("Create a function");
  await done.getByText("Create a function").click();
  await expect(done.getByText("choose Python 3.8, as many real functions")).toBeVisible();
  await expect(done.getByText("It is the blue button under")).toBeVisible();
  const skipped = learner.stepNamed("Change what it says");
  await expect(skipped.getByText("Until you deploy, Lambda runs the old code.")).toBeVisible();
  await skipped.getByRole("button", { name: "Go to this step" }).click();
  await learner.at("Change what it says");
});

test("the first lesson can be started over when its function has versions", async ({ page, person }) => {
  await person.open();
  const learner = new Learner(page);
  await learner.start();
  await learner.walk(() => learner.showMe());
  await person.publish("first");
  await learner.button("Start this lesson over").click();
  await learner.at("Create a function");
  await expect(learner.currentStep).toContainText("lambda-version-demo-2");
  await learner.walk(() => learner.showMe());
  await expect(page.getByRole("heading", { level: 1, name: "lambda-version-demo-2" })).toBeVisible();
});

test("what a lesson deploys takes the place of edits only with a word, and gives them back", async ({ page, person }) => {
  await person.open();
  const learner = new Learner(page);
  await learner.start();
  await person.createFunction("mine");
  await person.write(handlerReturning("mine alone"));
  await learner.showMe();
  await learner.at("Save a test event");
  await expect(page.getByText("Changes not deployed")).toHaveCount(0);
  const message = page.getByRole("status").filter({ hasText: "took the place of what you had written" });
  await message.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Changes not deployed")).toHaveCount(1);
  await expect(person.textbox("Source of lambda_function.py")).toContainText("mine alone");
});

test("lessons 6 and 7 by hand", async ({ page, person }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await person.open("/#/learn");
  await page.getByRole("button", { name: "Open lesson 6" }).click();
  const learner = new Learner(page);
  await learner.setUp();
  const share = async (primary, additional, weight) => {
    const dialog = await person.editAlias("prod");
    await dialog.getByRole("combobox", { name: "Version", exact: true }).selectOption(primary);
    await dialog.getByRole("combobox", { name: "Additional version" }).selectOption(additional);
    if (weight) await enter(dialog.getByRole("spinbutton", { name: "Weight" }), weight);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  };

  await learner.at("Start small");
  await share("1", "2", 10);
  await learner.at("Watch the errors");
  const rows = await person.fire("prod", 200);
  expect(Number(rows.find((row) => row.Version.startsWith("1")).Errors)).toBe(0);
  await learner.at("Take it back");
  await share("1", "");
  await learner.at("Make sure that it is over");
  await person.fire("prod", 50);
  await learner.next("How long is long enough?");

  await learner.setUp();
  await learner.at("Twenty calls");
  await learner.guess(0, 5);
  await learner.at("Fire 20");
  await person.fire("prod", 100);
  await expect(learner.panel).toContainText("You fired 100, but your guess was for 20 in one run.");
  await person.fire("prod", 20);
  await learner.at("A thousand calls");
  await expect(learner.panel.getByRole("table")).toContainText("Normal range0 to 5");
  await learner.guess(82, 119);
  await learner.at("Fire 1000");
  await person.fire("prod", 1000);
  await learner.at("Promote it");
  await expect(learner.panel.getByRole("table").last()).toContainText("Normal range82 to 119");
  await share("2", "");
  await expect(learner.button("Start this lesson over")).toBeVisible();
});

test("what has no control is done by pasting the line of a hint", async ({ page, person, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await person.open("/#/learn");
  await page.getByRole("button", { name: "Open lesson 9" }).click();
  const learner = new Learner(page);
  await learner.setUp();
  const steps = ["A change behind your back", "Look again, then change", "Publish what you tested", "Publish what is there"];
  for (const step of steps) {
    await learner.at(step);
    for (let hints = 0; hints < 2; hints += 1) await learner.button("Hint").click();
    await learner.button("Copy the line").click();
    await expect(page.getByRole("status").filter({ hasText: "Line copied." }).first()).toBeVisible();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(`(async () => { ${line} })()`);
  }
  await learner.at("Clean up");
});

test("the head of the lesson stays in sight at 360 px", async ({ page, person }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await person.open();
  const learner = new Learner(page);
  await learner.start();
  await learner.panel.evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await expect.poll(() => learner.panel.evaluate((panel) => panel.scrollTop)).toBeGreaterThan(50);
  const hide = learner.button("Hide the lesson");
  await expect(hide).toBeInViewport({ ratio: 1 });
  await hide.click();
  await expect(learner.panel).toBeHidden();
});

test("a teacher's link with a state of its own is about the function in it", async ({ page, person }) => {
  await person.open();
  await person.createFunction("of-the-teacher");
  await person.deploy(ONE);
  await person.publish("first");
  await person.open("/#/learn");
  await page.getByRole("combobox", { name: "Lesson", exact: true }).selectOption("versions");
  await page.getByRole("combobox", { name: "Learners begin with" }).selectOption("state");
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  expect(link).toContain("start=state.");

  await page.evaluate(() => window.lambda.reset());
  await person.open("/#/");
  await person.createFunction("of-the-learner");
  await page.goto(link);
  await page.getByRole("button", { name: "Begin" }).click();
  const learner = new Learner(page);
  await expect(page.getByRole("heading", { level: 1, name: "of-the-teacher" })).toBeVisible();
  await learner.at("Test the version");
  await person.select("1");
  await person.test();
  await learner.at("Change the code");
  await page.getByRole("link", { name: "All lessons" }).click();
  await expect(page.getByText("The code shows up here once you have typed your name.").first()).toBeVisible();
});

test("a teacher's link begins the lesson, and the code that comes back is checked", async ({ page, person }) => {
  test.setTimeout(120_000);
  await person.open("/#/learn");
  await page.getByRole("combobox", { name: "Lesson", exact: true }).selectOption("versions");
  await page.getByRole("textbox", { name: "Seed for the class" }).fill("7f3a");
  await page.getByRole("combobox", { name: "Steps" }).selectOption("locked");
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  expect(link).toContain("#/learn/versions?seed=7f3a&start=lesson&locked=yes");

  await person.open("/#/");
  await person.createFunction("mine");
  await page.goto(link);
  await expect(page.getByText("takes away the functions you have here")).toBeVisible();
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page.getByRole("link", { name: "mine" })).toBeVisible();

  await page.goto(link);
  await page.getByRole("button", { name: "Begin" }).click();
  const learner = new Learner(page);
  await learner.at("Publish version 1");
  await expect(page.getByRole("heading", { level: 1, name: "lambda-version-demo" })).toBeVisible();
  await expect(learner.button("Skip")).toHaveCount(0);
  await expect(page.getByText("Seed 7f3a")).toBeVisible();
  await learner.walk(() => learner.showMe());

  await page.getByRole("link", { name: "All lessons" }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada Lovelace");
  const code = await page.locator(".proof__code code").innerText();
  const check = async (name) => {
    await page.getByRole("textbox", { name: "Completion code" }).fill(code);
    await page.getByRole("textbox", { name: "Learner's name" }).fill(name);
    await page.getByRole("textbox", { name: "Seed of the link" }).fill("7f3a");
    await page.getByRole("button", { name: "Check" }).click();
  };
  await check("Bob");
  await expect(page.getByText("made for another name")).toBeVisible();
  await check("ada lovelace");
  await expect(page.getByText("Two versions: 5 done, 0 skipped, 0 open.")).toBeVisible();

  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "Export as a file" }).click());
  const file = JSON.parse(bytes.toString());
  expect(file.lessons[0].completionCode).toBe(code);
  expect(file.history.map((change) => change.operation)).toContain("PublishVersion");
});

test("the lessons in German", async ({ page, person }) => {
  await person.open("/#/learn");
  await page.getByRole("combobox", { name: "Language" }).selectOption("de");
  await page.getByRole("button", { name: "Lektion 1 öffnen" }).click();
  const learner = new Learner(page);
  await expect(learner.button("Zeig es mir")).toBeVisible();
  await person.createFunction("meine");
  await expect(learner.panel).toContainText("meine");
  await page.reload();
  await expect(learner.button("Überspringen")).toBeVisible();
  await person.open("/#/learn");
  await page.getByRole("button", { name: "Lektion 4 öffnen" }).click();
  await learner.button("Funktion anlegen").click();
  const dialog = await person.editAlias("prod");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 5.5);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(learner.panel).toContainText("ein Gewicht von 5,5 % gegeben");
});

import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";
import { handlerReturning } from "./support/playground.js";

/** The boxes of the environments that run a version. */
function boxes(page, version) {
  const region = page.getByRole("region", { name: "Execution environments" });
  return region.getByRole("list", { name: `Environments of ${version}` }).getByRole("listitem");
}

/** How many invocations the environments of a version have served. */
async function served(page, version) {
  const texts = await boxes(page, version).allTextContents();
  return texts.reduce((total, text) => total + Number(/Invocations(\d+)/.exec(text)?.[1]), 0);
}

test("a canary is seen to start cold, in environments of its own", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  const dialog = await person.editAlias("prod");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 30);
  await dialog.getByRole("button", { name: "Save" }).click();
  await person.tab("Traffic");
  await page.getByRole("combobox", { name: "Send to" }).selectOption("prod");
  const region = page.getByRole("region", { name: "Execution environments" });
  await expect(region).toContainText("Environments start with the first invocation.");
  await expect(region.getByRole("heading", { level: 3 })).toHaveText(["Version 1", "Version 2"]);
  await expect(region.getByRole("listitem")).toHaveCount(0);

  const rows = await person.fire("prod", 60);
  for (const [index, version] of ["Version 1", "Version 2"].entries()) {
    await expect(boxes(page, version)).toHaveCount(Number(rows[index]["Cold starts"]));
    for (const box of await boxes(page, version).all()) {
      await expect(box).toContainText(/Idle.*Cold start\d+ ms.*Memory\d+ MB.*On demand/);
    }
    await expect.poll(() => served(page, version)).toBe(Number(rows[index].Observed));
  }

  // The log of a box is that environment's stream.
  await boxes(page, "Version 2").first().getByRole("link").click();
  await expect(page.getByRole("combobox", { name: "Log stream" })).toHaveValue(/\[2\]/);
  await expect(page.getByRole("region", { name: "Log events" })).toContainText("INIT_START");
});

test("a deployment ends the environments of $LATEST, and no others", async ({ page, person }) => {
  await person.open();
  await person.createFunction("greeter");
  await person.publish();
  for (const qualifier of ["1", "$LATEST"]) {
    await person.select(qualifier);
    await person.test();
  }
  await expect(boxes(page, "$LATEST")).toHaveCount(1);
  const [before] = await boxes(page, "$LATEST").allTextContents();
  await person.deploy(handlerReturning("new"));
  await person.tab("Test");
  await expect(boxes(page, "$LATEST")).toHaveCount(0);
  await expect(boxes(page, "Version 1")).toHaveCount(1);

  await person.test();
  await expect(boxes(page, "$LATEST")).toContainText(["Invocations1"]);
  expect(await boxes(page, "$LATEST").allTextContents()).not.toEqual([before]);
});

test("a call that comes before Python is answered once Python is there, and the wait is told", async ({ page, person }) => {
  let release = () => {};
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/guest-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await person.open();
  await person.createFunction("lambda-version-demo");
  await person.tab("Test");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  const wait = page.getByRole("progressbar", { name: "Python" });
  await expect(wait).toHaveAttribute("max", /^[1-9]\d+$/);
  await expect(wait).toHaveAttribute("value", "0");
  release();
  await expect(page.getByRole("region", { name: "Execution result" })).toContainText("Executing function: succeeded");
});

import { strToU8, zipSync } from "fflate";
import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";

const NAME = "lambda-version-demo";

/** Fails at its sixth line, called by the tenth. */
const FAILING = `import json


def price(order):
    # Each item costs the same.
    return order["count"] * 3


def lambda_handler(event, context):
    return json.dumps({"total": price(event)})
`;

function sourceOf(page, path = "lambda_function.py") {
  return page.getByRole("textbox", { name: `Source of ${path}` });
}

/** The lines that are marked, each with its number and what is said beside it. */
function marksOf(page) {
  return page.locator(".cm-content").evaluate((content) => {
    const lines = [...content.querySelectorAll(".cm-line")];
    const marked = lines.filter((line) => line.matches(".cm-marked"));
    return marked.map((line) => `${lines.indexOf(line) + 1}: ${line.getAttribute("data-mark")}`);
  });
}

/** The number of the line that the cursor is in. */
function cursorLine(page) {
  return page.locator(".cm-content").evaluate((content) => {
    const lines = [...content.querySelectorAll(".cm-line")];
    return lines.findIndex((line) => line.matches(".cm-activeLine")) + 1;
  });
}

/** Replaces a function's code with several files, as a script would. */
async function upload(page, files) {
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  const body = JSON.stringify({ ZipFile: Buffer.from(zip).toString("base64") });
  const status = await page.evaluate(
    async ([name, body]) => {
      const address = `https://lambda/2015-03-31/functions/${name}/code`;
      return (await window["lambda"].fetch(new Request(address, { method: "PUT", body }))).status;
    },
    [NAME, body],
  );
  expect(status).toBe(200);
}

test("an error is marked at its line as long as the code is what ran", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  await person.deploy(FAILING);
  expect(await marksOf(page)).toEqual([]);
  await person.test("failed");

  await page.getByRole("button", { name: "Go to line 6 of lambda_function.py" }).click();
  const source = sourceOf(page);
  await expect(source).toBeFocused();
  expect(await cursorLine(page)).toBe(6);
  const marked = ["6: KeyError: 'count'", "10: called line 6, which failed"];
  expect(await marksOf(page)).toEqual(marked);
  await expect(source).toHaveAccessibleDescription(/Line 6: KeyError: 'count'/);
  // The marks are no part of the text.
  await expect(source).toHaveText(FAILING.replaceAll("\n", ""));

  // An edited line is not the one that failed; taken back, it is again.
  await source.press("End");
  await source.press("Space");
  expect(await marksOf(page)).toEqual([]);
  await expect(source).not.toHaveAccessibleDescription(/KeyError/);
  await person.tab("Test");
  await expect(person.result).toContainText("It failed at line 6 of lambda_function.py, which has been changed since.");
  await person.tab("Code");
  await source.press("Control+Home");
  await source.press("Delete");
  await source.pressSequentially("i");
  expect(await marksOf(page)).toEqual([]);
  await person.write(FAILING.replace("count", "number"));
  await enter(source, FAILING);
  await expect.poll(() => marksOf(page)).toEqual(marked);

  // A version of that code has the marks, the code that is deployed instead has not.
  await person.publish();
  await person.select("1");
  await expect.poll(() => marksOf(page)).toEqual(marked);
  await person.select("$LATEST");
  await person.deploy(FAILING.replace('["count"]', '.get("count", 0)'));
  expect(await marksOf(page)).toEqual([]);
  await person.tab("Test");
  await page.getByRole("button", { name: "Go to line 6 of lambda_function.py" }).click();
  await expect(page.getByRole("combobox", { name: "Qualifier" })).toHaveValue("1");
  await expect(source).toBeFocused();
  expect(await cursorLine(page)).toBe(0);
  expect(await marksOf(page)).toEqual(marked);

  // What succeeds has no marks any more.
  await person.tab("Test");
  await enter(person.textbox("Event JSON"), '{"count": 2}');
  await person.test();
  await expect(page.getByRole("button", { name: "Go to line" })).toHaveCount(0);
  await person.tab("Code");
  await expect(source).toBeVisible();
  expect(await marksOf(page)).toEqual([]);
});

test("errors lead to the file they are in", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  const handler = "from shop.orders import pay\n\n\ndef lambda_handler(event, context):\n    return pay(event)\n";
  for (const [orders, line, description] of [
    ["def pay(event):\n    return event['cart']\n", 2, /Line 2: KeyError: 'cart'/],
    ["\ndef pay(event):\n    return (1\n", 3, /Line 3: Syntax error: '\(' was never closed/],
    ["import stripe\n", 1, /Line 1: No module named 'stripe'/],
  ]) {
    await upload(page, { "lambda_function.py": handler, "shop/orders.py": orders, "shop/__init__.py": "" });
    await person.test("failed");
    await page.getByRole("button", { name: `Go to line ${line} of shop/orders.py` }).click();
    const source = sourceOf(page, "shop/orders.py");
    await expect(source).toBeFocused();
    expect(await cursorLine(page)).toBe(line);
    await expect(source).toHaveAccessibleDescription(description);
    await page.getByRole("combobox", { name: "File" }).selectOption("lambda_function.py");
    await expect(sourceOf(page)).toBeVisible();
  }
});

test("a function gets a second file", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  await person.write("from shop.orders import total\n\n\ndef lambda_handler(event, context):\n    return total()\n");
  const dialog = page.getByRole("dialog", { name: "Add a file" });
  for (const [path, objection] of [
    ["", "Give a path such as"],
    ["../orders.py", "Give a path such as"],
    ["lambda_function.py", "The function has a file of that path already."],
    ["shop/orders.py", null],
  ]) {
    if (!(await dialog.isVisible())) await person.button("Add file").click();
    await dialog.getByRole("textbox", { name: "Path" }).fill(path);
    await page.keyboard.press("Enter");
    if (objection) await expect(dialog).toContainText(objection);
  }
  await expect(dialog).toBeHidden();

  const added = sourceOf(page, "shop/orders.py");
  await expect(added).toHaveText("");
  await enter(added, "def total():\n    return 42\n");
  await enter(added, "");
  await enter(added, "def total():\n    return 42\n");
  await expect(page.getByText("Changes not deployed")).toHaveCount(1);
  await person.button("Deploy").click();
  await expect(page.getByText("Changes not deployed")).toHaveCount(0);
  await person.test();
  await expect(person.result).toContainText("42");
});

for (const width of [1280, 360]) {
  test(`files are renamed and removed with the next deploy, at ${width} px`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 800 });
    await person.open();
    await person.createFunction(NAME);
    const handler = "from orders import total\n\n\ndef lambda_handler(event, context):\n    return total()\n";
    await upload(page, { "lambda_function.py": handler, "orders.py": "def total():\n    return 42\n", "old.py": "" });
    await person.tab("Code");
    const files = page.getByRole("combobox", { name: "File" });
    const waiting = page.getByText("Changes not deployed");
    const remove = page.getByRole("button", { name: "Remove file" });

    // The name must be that of a file that is not there yet.
    await files.selectOption("orders.py");
    await person.button("Rename file").click();
    const dialog = page.getByRole("dialog", { name: "Rename orders.py" });
    const path = dialog.getByRole("textbox", { name: "Path" });
    await expect(path).toHaveValue("orders.py");
    for (const [wrong, objection] of [
      ["../total.py", "Give a path such as"],
      ["old.py", "The function has a file of that path already."],
    ]) {
      await path.fill(wrong);
      await path.press("Enter");
      await expect(dialog).toContainText(objection);
    }
    await path.fill("shop/total.py");
    await path.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(sourceOf(page, "shop/total.py")).toContainText("return 42");
    await expect(files.getByRole("option")).toHaveText(["lambda_function.py", "old.py", "shop/total.py"]);
    await expect(waiting).toHaveCount(1);

    // Back to its name, it is what is deployed.
    await person.button("Rename file").click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Path" }).fill("orders.py");
    await page.keyboard.press("Enter");
    await expect(waiting).toHaveCount(0);

    // What was written in a file comes back with it, and focus is where it was.
    const source = sourceOf(page, "orders.py");
    await enter(source, "def total():\n    return 43\n");
    await remove.click();
    await expect(files.getByRole("option")).toHaveText(["lambda_function.py", "old.py"]);
    const message = page.getByRole("status").filter({ hasText: "Removed orders.py." });
    await message.getByRole("button", { name: "Undo" }).click();
    await expect(source).toContainText("return 43");
    await expect(source).toBeFocused();
    await expect(message).toHaveCount(0);

    // A reload forgets the message, not the removal.
    await files.selectOption("old.py");
    await remove.click();
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    await page.reload();
    await expect(waiting).toHaveCount(1);
    await page.getByRole("button", { name: "Keep old.py" }).click();
    await expect(files.getByRole("option")).toHaveText(["lambda_function.py", "old.py", "orders.py"]);

    await files.selectOption("orders.py");
    await remove.click();
    await files.selectOption("old.py");
    await remove.click();
    await expect(remove).toHaveCount(0);
    await expect(page.locator(":focus")).toHaveCount(1);
    await person.button("Deploy").click();
    await expect(waiting).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Keep" })).toHaveCount(0);
    await expect(files).toHaveCount(0);
    await person.test("failed");
    await expect(person.result).toContainText("No module named 'orders'");
  });
}

test("the handler's file can be removed as well", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  await upload(page, { "lambda_function.py": "def lambda_handler(event, context):\n    return 1\n", "orders.py": "" });
  await person.tab("Code");
  await expect(sourceOf(page)).toBeVisible();
  await page.getByRole("button", { name: "Remove file" }).click();
  await expect(sourceOf(page, "orders.py")).toBeVisible();
  await person.button("Deploy").click();
  await expect(page.getByText("Changes not deployed")).toHaveCount(0);
  await person.test("failed");
  await expect(person.result).toContainText("Unable to import module 'lambda_function'");
});

test("the code is found, replaced, indented and left by keyboard alone", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  await person.write("def lambda_handler(event, context):\n    return (event)");
  const source = sourceOf(page);
  await expect(source).toHaveAccessibleDescription(/To leave the editor with the keyboard, press Escape, then Tab\./);

  await source.press("Control+f");
  const search = page.getByRole("search", { name: "Find in this text" });
  await expect(search.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.type("event");
  await expect(search).toContainText("2 matches");
  await page.keyboard.press("Enter");
  await expect(search).toContainText(/[12] of 2/);
  await page.keyboard.type("s");
  await expect(search).toContainText("No match");
  await search.getByRole("textbox", { name: "Find" }).fill("event");
  await search.getByRole("textbox", { name: "Replace with" }).fill("order");
  await search.getByRole("button", { name: "Replace all" }).press("Enter");
  await expect(source).toContainText("def lambda_handler(order, context):");
  await expect(source).toContainText("return (order)");
  await search.getByRole("checkbox", { name: "Regular expression" }).press("Space");
  await search.getByRole("textbox", { name: "Find" }).fill("(");
  await expect(search).toContainText("Not a regular expression");
  await page.keyboard.press("Escape");
  await expect(search).toHaveCount(0);
  await expect(source).toBeFocused();

  // The bracket at the cursor and its partner are shown.
  await page.keyboard.press("Control+End");
  await expect(source.locator(".cm-matchingBracket")).toHaveText(["(", ")"]);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("if True:\nx = 1");
  await expect(source.locator(".cm-line")).toHaveText(["if True:", "    x = 1"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Tab");
  await expect(source).toBeFocused();

  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(source).not.toBeFocused();
});

test("events begin as other services send them", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  await person.deploy("def lambda_handler(event, context):\n    return event\n");
  await person.tab("Test");
  const templates = page.getByRole("combobox", { name: "Template" });
  await expect(templates).toHaveValue("hello-world");
  for (const [template, path, value] of [
    ["api-gateway-rest", ["requestContext", "accountId"], "123456789012"],
    ["api-gateway-http", ["requestContext", "http", "method"], "POST"],
    ["s3-put", ["Records", 0, "s3", "bucket", "name"], "lambda-version-demo-uploads"],
    ["sqs", ["Records", 1, "eventSource"], "aws:sqs"],
    ["eventbridge", ["detail", "customer"], "Ada"],
    ["scheduled", ["detail-type"], "Scheduled Event"],
    ["hello-world", ["key1"], "value1"],
  ]) {
    await templates.selectOption(template);
    await expect(templates).toHaveValue(template);
    await person.test();
    const response = JSON.parse(await person.result.locator("pre").first().textContent());
    expect(path.reduce((part, key) => part[key], response)).toBe(value);
  }
  // Nothing of the person's own was lost, so there is nothing to undo.
  await expect(page.getByRole("main").getByText("has replaced")).toHaveCount(0);
});

test("a template that replaces somebody's own event can be undone", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  await person.tab("Test");
  const event = person.textbox("Event JSON");
  const templates = page.getByRole("combobox", { name: "Template" });
  await enter(event, '{"mine": 1}');
  await expect(templates).toHaveValue("");
  await templates.selectOption("sqs");
  await expect(event).toContainText("Records");
  const message = page.getByRole("status").filter({ hasText: "The template SQS has replaced what was in the box." });
  await message.getByRole("button", { name: "Undo" }).click();
  await expect(event).toHaveText('{"mine": 1}');
  await expect(event).toBeFocused();
  await expect(message).toHaveCount(0);
  await expect(templates).toHaveValue("");

  // What is saved is not lost either way, and its name is not given to the template.
  await person.textbox("Event name").fill("mine");
  await person.button("Save event").click();
  await templates.selectOption("scheduled");
  await expect(event).toContainText("Scheduled Event");
  await expect(message).toHaveCount(0);
  await expect(person.textbox("Event name")).toHaveValue("");
  const saved = page.getByRole("combobox", { name: "Saved events" });
  await saved.selectOption("mine");
  await expect(event).toHaveText('{"mine": 1}');

  // Nor is what was saved under the name before.
  await enter(event, '{"mine": 2}');
  await person.button("Save event").click();
  const replaced = page.getByRole("status").filter({ hasText: "Saved the event mine in the place of the earlier one." });
  await replaced.getByRole("button", { name: "Undo" }).click();
  await expect(event).toHaveText('{"mine": 2}');
  await templates.selectOption("sqs");
  await expect(event).toContainText("Records");
  await saved.selectOption("mine");
  await expect(event).toHaveText('{"mine": 1}');
});

test("what is not JSON is told at its line", async ({ page, person }) => {
  await person.open();
  await person.createFunction(NAME);
  await person.tab("Test");
  const event = person.textbox("Event JSON");
  await expect(event).toHaveClass(/cm-content/);
  await enter(event, '{\n  "count": 12,\n  "name": Ada\n}');
  await expect(event).toHaveAttribute("aria-invalid", "true");
  await expect(event).toHaveAccessibleDescription('Line 3, column 11: expected a value, such as "text", 1 or true');
  await expect.poll(() => marksOf(page)).toEqual(['3: expected a value, such as "text", 1 or true']);

  // What the service says of it is its own.
  await person.button("Test").click();
  await expect(person.result).toContainText("InvalidRequestContentException");
  await person.textbox("Event name").fill("wrong");
  await person.button("Save event").click();
  await expect(page.getByRole("alert").first()).toContainText("The event is not JSON: line 3, column 11");

  await page.getByRole("button", { name: "Go to line 3" }).press("Enter");
  await expect(event).toBeFocused();
  for (const key of ['"', "End", '"']) await page.keyboard.press(key);
  await expect(event).not.toHaveAttribute("aria-invalid");
  await expect(event).toHaveAccessibleDescription("");
  await expect(page.getByRole("button", { name: "Go to line" })).toHaveCount(0);
});

import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";
import { handlerReturning } from "./support/playground.js";

test("a name the service refuses keeps the dialog and what was typed", async ({ page, person }) => {
  await person.open();
  await person.button("Create function").click();
  const dialog = person.dialog("Create function");
  const name = dialog.getByRole("textbox", { name: "Function name" });
  await name.fill("my-function!");
  await dialog.getByRole("button", { name: "Create function" }).click();
  await expect(dialog.getByRole("alert")).toContainText("ValidationException");
  await expect(dialog.getByRole("alert")).toContainText("Value 'my-function!' at 'functionName'");
  await expect(name).toHaveValue("my-function!");
  await name.fill("my-function");
  await dialog.getByRole("button", { name: "Create function" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "my-function" })).toBeVisible();
});

test("an impossible pair of versions is explained in the service's words", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  const dialog = await person.editAlias("prod");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("1");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("Function version 1 is already included in routing configuration.");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 101);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 10);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(person.aliasRow("prod")).toContainText("90 %");
});

test("a version that an alias uses is not deleted", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.tab("Versions");
  const row = page.getByRole("table", { name: "Versions" }).getByRole("row").filter({ hasText: "first try" });
  await row.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "Unable to delete version because the following aliases reference it: [prod]",
  );
});

test("an event that is no JSON is refused, and what was typed stays", async ({ person }) => {
  await person.open();
  await person.createFunction("demo");
  await person.tab("Test");
  await enter(person.textbox("Event JSON"), "{not json");
  await person.page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(person.page.getByRole("alert")).toContainText(
    "InvalidRequestContentException: Could not parse request body into json: Could not parse payload into json: ",
  );
  await expect(person.textbox("Event JSON")).toContainText("{not json");
});

/** Handlers that go wrong: what is tested, the name of the error, and a part of what is said. */
const FAULTY = {
  "does not parse": ["def lambda_handler(event, context)\n    return 1\n", "Runtime.UserCodeSyntaxError", "Syntax error in module 'lambda_function'"],
  "imports what is not there": ["import nowhere\n\ndef lambda_handler(event, context):\n    return 1\n", "Runtime.ImportModuleError", "No module named 'nowhere'"],
  "is not there": ["def other(event, context):\n    return 1\n", "Runtime.HandlerNotFound", "Handler 'lambda_handler' missing on module 'lambda_function'"],
  "returns no JSON": ["def lambda_handler(event, context):\n    return {1, 2}\n", "Runtime.MarshalError", "Unable to marshal response"],
  raises: ["def lambda_handler(event, context):\n    raise ValueError('on purpose')\n", "ValueError", "on purpose"],
  exits: ["import sys\n\ndef lambda_handler(event, context):\n    sys.exit(1)\n", "Runtime.ExitError", "Runtime exited"],
  sleeps: ["import time\n\ndef lambda_handler(event, context):\n    time.sleep(60)\n", "Sandbox.Timedout", "Task timed out after 3.00 seconds"],
};

for (const [what, [source, type, text]] of Object.entries(FAULTY)) {
  test(`a handler that ${what}`, async ({ person }) => {
    await person.open();
    await person.createFunction("demo", { runtime: "python3.13" });
    await person.deploy(source);
    await person.test("failed");
    await expect(person.result).toContainText(type);
    await expect(person.result).toContainText(text);
    await person.deploy(handlerReturning("well again"));
    await person.test();
    await expect(person.result).toContainText("well again");
  });
}

test("an exception names the file and the line", async ({ person }) => {
  await person.open();
  await person.createFunction("demo", { runtime: "python3.13" });
  await person.deploy("def lambda_handler(event, context):\n    x = 1\n    return x / 0\n");
  await person.test("failed");
  await expect(person.result).toContainText("ZeroDivisionError");
  await expect(person.result).toContainText('/var/task/lambda_function.py\\", line 3, in lambda_handler');
});

/** Handlers that would bring a lesser page down. */
const HOSTILE = {
  "loops for ever": ["def lambda_handler(event, context):\n    while True:\n        pass\n", "failed"],
  "floods the log": ["def lambda_handler(event, context):\n    for _ in range(100_000):\n        print('flood ' * 20)\n    return 'done'\n", /succeeded|failed/],
  "recurses deeply": ["def lambda_handler(event, context):\n    return lambda_handler(event, context)\n", "failed"],
  "wants a gigabyte": ["def lambda_handler(event, context):\n    return len('x' * 1_000_000_000)\n", "failed"],
};

for (const [what, [source, outcome]] of Object.entries(HOSTILE)) {
  test(`a handler that ${what} leaves the page responsive`, async ({ page, person }) => {
    test.setTimeout(60_000);
    await person.open();
    await person.createFunction("demo", { runtime: "python3.13" });
    await person.deploy(source);
    await person.tab("Test");
    await page.getByRole("button", { name: "Test", exact: true }).click();
    // While it runs, the page answers.
    await person.tab("Configuration");
    await expect(person.button("Edit configuration")).toBeVisible({ timeout: 1000 });
    await person.tab("Test");
    await expect(person.result).toContainText(outcome instanceof RegExp ? outcome : `Executing function: ${outcome}`, {
      timeout: 30_000,
    });
    await person.deploy(handlerReturning("well again"));
    await person.test();
    await expect(person.result).toContainText("well again");
  });
}

test("a failure that only the playground has says what can be done instead", async ({ person }) => {
  await person.open();
  await person.createFunction("caller", { runtime: "python3.13" });
  await person.deploy("import boto3\n\ndef lambda_handler(event, context):\n    return boto3.client('s3').list_buckets()\n");
  await person.test("failed");
  await expect(person.result).toContainText("No module named 'boto3'");
  await expect(person.result).toContainText("Lambda's own runtime carries boto3; this one does not");
  await person.deploy("def lambda_handler(event, context):\n    import sqlite3\n    return sqlite3.sqlite_version\n");
  await person.test("failed");
  await expect(person.result).toContainText("ModuleNotFoundError");
  await expect(person.result).toContainText("left out of the playground. It is there on Lambda");
  await person.deploy("def lambda_handler(event, context):\n    raise ValueError('no such greeting')\n");
  await person.test("failed");
  await expect(person.result).not.toContainText("this one does not");
});

import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";
import { handlerReturning } from "./support/playground.js";

test("after a reload everything is there, undeployed edits included", async ({ page, person }) => {
  await person.open();
  await person.walkToAliases();
  await person.select("$LATEST");
  await person.write(handlerReturning("not deployed yet"));
  await person.tab("Test");
  await person.textbox("Event name").fill("hello");
  await enter(person.textbox("Event JSON"), '{"kept": true}');
  await person.button("Save event").click();

  // Saving is over soon, and nothing on the page says when: so reload until it is there.
  await expect(async () => {
    await page.reload();
    await person.tab("Code");
    await expect(person.textbox("Source of lambda_function.py")).toContainText("not deployed yet");
  }).toPass();

  await expect(page.getByText("Changes not deployed")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1, name: "lambda-version-demo" })).toBeVisible();
  await person.tab("Aliases");
  await expect(person.aliasRow("prod")).toContainText("1");
  await person.tab("Versions");
  const versions = page.getByRole("table", { name: "Versions" });
  await expect(versions).toContainText("second try");
  await person.select("2");
  await person.test();
  await expect(person.result).toContainText('"this is version two."');
});

test("the page follows what scripts do", async ({ page, person }) => {
  await person.open();
  await person.createFunction("scripted");
  const status = await page.evaluate(async () => {
    const request = (path, body) =>
      new Request(`https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/scripted/${path}`, {
        method: "POST",
        body: JSON.stringify(body),
      });
    const published = await window.lambda.fetch(request("versions", { Description: "by a script" }));
    const alias = await window.lambda.fetch(request("aliases", { Name: "live", FunctionVersion: "1" }));
    return [published.status, alias.status];
  });
  expect(status).toEqual([201, 201]);
  await person.tab("Aliases");
  await expect(person.aliasRow("live")).toBeVisible();
  await page.evaluate(() => window.lambda.reset());
  await expect(page.getByRole("button", { name: "Create function" }).first()).toBeVisible();
});

test("a script invokes what the page shows", async ({ page, person }) => {
  await person.open();
  await person.createFunction("scripted");
  await person.deploy("def lambda_handler(event, context):\n    return [event, context.invoked_function_arn]\n");
  const answer = await page.evaluate(async () => {
    const url = "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/scripted/invocations";
    const request = new Request(url, { method: "POST", body: '{"a": 1}', headers: { "X-Amz-Log-Type": "Tail" } });
    const response = await window.lambda.fetch(request);
    const log = atob(response.headers.get("X-Amz-Log-Result"));
    return [response.status, response.headers.get("X-Amz-Executed-Version"), await response.json(), log];
  });
  expect(answer.slice(0, 3)).toEqual([
    200,
    "$LATEST",
    [{ a: 1 }, "arn:aws:lambda:us-east-1:123456789012:function:scripted"],
  ]);
  expect(answer[3]).toMatch(/^START RequestId: \S+ Version: \$LATEST\nEND RequestId: \S+\nREPORT RequestId: /);
});

import { expect, test } from "./support/test.js";

/** Sends a request of the API through the page, and gives the answer's status. */
function send(page, method, path, body) {
  return page.evaluate(
    async ([method, path, body]) => {
      const request = new Request(new URL(path, location.href), { method, body: body && JSON.stringify(body) });
      return (await window.lambda.fetch(request)).status;
    },
    [method, path, body],
  );
}

test("a provisioned version answers its first call without a cold start", async ({ page, person }) => {
  await person.open();
  await person.createFunction("greeter", { runtime: "python3.13" });
  await person.deploy(
    'import os\n\ndef lambda_handler(event, context):\n    return os.environ["AWS_LAMBDA_INITIALIZATION_TYPE"]\n',
  );
  await person.publish();
  const config = "/2019-09-30/functions/greeter/provisioned-concurrency?Qualifier=1";
  expect(await send(page, "PUT", config, { ProvisionedConcurrentExecutions: 1 })).toBe(202);

  await person.select("1");
  await person.test();
  await expect(person.result).toContainText('"provisioned-concurrency"');
  await expect(person.result).not.toContainText("Init duration");

  await person.select("$LATEST");
  await person.test();
  await expect(person.result).toContainText('"on-demand"');
  await expect(person.result).toContainText("Init duration");

  // Nothing is left of it: the same version starts on demand.
  expect(await send(page, "DELETE", config)).toBe(204);
  await person.select("1");
  await person.test();
  await expect(person.result).toContainText('"on-demand"');
  await expect(person.result).toContainText("Init duration");
});

test("an event is tried again as often as its settings say", async ({ page, person }) => {
  await person.open();
  await person.createFunction("failing", { runtime: "python3.13" });
  await person.deploy("def lambda_handler(event, context):\n    print(event['mark'])\n    raise ValueError('no')\n");
  const config = "/2019-09-25/functions/failing/event-invoke-config";
  expect(await send(page, "PUT", config, { MaximumRetryAttempts: 1 })).toBe(200);
  const invoke = (mark) =>
    page.evaluate(async (mark) => {
      const headers = { "x-amz-invocation-type": "Event" };
      const url = new URL("/2015-03-31/functions/failing/invocations", location.href);
      const request = new Request(url, { method: "POST", headers, body: JSON.stringify({ mark }) });
      return (await window.lambda.fetch(request)).status;
    }, mark);
  await person.tab("Logs");
  const runs = async (mark) => {
    const log = (await page.getByRole("tabpanel", { name: "Logs" }).textContent()) ?? "";
    return log.split(`${mark}\n`).length - 1;
  };
  for (const mark of ["first event", "second event"]) {
    expect(await invoke(mark)).toBe(202);
    await expect.poll(() => runs(mark)).toBe(2);
  }
  expect(await runs("first event")).toBe(2);
});

import { expect, test } from "./support/test.js";

/** Sends a request of the API through the page, and gives the answer's status. */
async function send(page, method, path, body) {
  return (await ask(page, method, path, body)).status;
}

/** Sends a request of the API through the page, and gives the answer's status and text. */
function ask(page, method, path, body, headers = {}) {
  return page.evaluate(
    async ([method, path, body, headers]) => {
      const url = new URL(path, location.href);
      const request = new Request(url, { method, headers, body: body && JSON.stringify(body) });
      const answer = await window.lambda.fetch(request);
      return { status: answer.status, text: await answer.text() };
    },
    [method, path, body, headers],
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

test("provisioned concurrency fails when its environments cannot start, and calls start their own", async ({ page, person }) => {
  await person.open();
  await person.createFunction("picky", { runtime: "python3.13" });
  await person.deploy(
    'import os\n\nkind = os.environ["AWS_LAMBDA_INITIALIZATION_TYPE"]\n' +
      'print("importing")\nif kind != "on-demand":\n    raise Exception("not so")\n\n' +
      "def lambda_handler(event, context):\n    return kind\n",
  );
  await person.publish();
  await person.delay("until settled");
  const config = "/2019-09-30/functions/picky/provisioned-concurrency?Qualifier=1";
  expect(await send(page, "PUT", config, { ProvisionedConcurrentExecutions: 2 })).toBe(202);
  const state = async () => JSON.parse((await ask(page, "GET", config)).text);
  expect((await state()).Status).toBe("IN_PROGRESS");
  await page.evaluate(() => window.lambda.settle());
  const failed = {
    Status: "FAILED",
    StatusReason: "FUNCTION_ERROR_INIT_FAILURE",
    AllocatedProvisionedConcurrentExecutions: 0,
    AvailableProvisionedConcurrentExecutions: 0,
  };
  expect(await state()).toMatchObject(failed);

  await person.select("1");
  await person.test();
  await expect(person.result).toContainText('"on-demand"');
  await expect(person.result).toContainText("Init duration");
  await expect(person.result).not.toContainText("importing");

  // Saving is over soon, and nothing on the page says when: so reload until it is there.
  await expect(async () => {
    await page.reload();
    expect(await state()).toMatchObject(failed);
  }).toPass();
});

test("settling ends where Python cannot be loaded", async ({ page, person }) => {
  await page.route(/guest-.*\.wasm/, (route) => route.fulfill({ contentType: "application/wasm", body: "no guest" }));
  await person.open();
  await person.createFunction("greeter", { runtime: "python3.13" });
  await person.publish();
  await person.delay("until settled");
  const config = "/2019-09-30/functions/greeter/provisioned-concurrency?Qualifier=1";
  expect(await send(page, "PUT", config, { ProvisionedConcurrentExecutions: 1 })).toBe(202);
  const begin = Date.now();
  await page.evaluate(() => window.lambda.settle());
  expect(Date.now() - begin).toBeLessThan(10_000);
  expect(JSON.parse((await ask(page, "GET", config)).text).Status).toBe("READY");
});

test("what an import wrote is in the log output if it failed", async ({ person }) => {
  await person.open();
  await person.createFunction("broken", { runtime: "python3.13" });
  await person.deploy('print("importing")\nraise Exception("not so")\n');
  await person.test("failed");
  await expect(person.result).toContainText(/importing.*\[ERROR\] Exception: not so.*START RequestId/s);
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

test("an event waits while the reserved concurrency is used up", async ({ page, person }) => {
  await person.open();
  await person.createFunction("narrow", { runtime: "python3.13" });
  await person.deploy(
    "import os, time\n\ndef lambda_handler(event, context):\n" +
      '    begin = time.monotonic()\n    while time.monotonic() - begin < event["seconds"]:\n        pass\n' +
      '    print(os.environ["WORD"], event["mark"])\n',
  );
  const functions = "/2015-03-31/functions/narrow";
  const configure = (word) =>
    send(page, "PUT", `${functions}/configuration`, { Timeout: 10, Environment: { Variables: { WORD: word } } });
  const reserve = (count) =>
    send(page, "PUT", "/2017-10-31/functions/narrow/concurrency", { ReservedConcurrentExecutions: count });
  const invoke = async (type, mark, seconds = 0) => {
    const headers = { "x-amz-invocation-type": type };
    return (await ask(page, "POST", `${functions}/invocations`, { mark, seconds }, headers)).status;
  };
  expect(await configure("old")).toBe(200);
  expect(await reserve(1)).toBe(200);
  await person.tab("Test");
  const busy = invoke("RequestResponse", "first", 2);
  await expect(page.getByRole("region", { name: "Execution environments" })).toContainText(/Starting|Busy/);
  expect(await invoke("RequestResponse", "refused")).toBe(429);
  expect(await invoke("Event", "second")).toBe(202);
  expect(await invoke("Event", "third")).toBe(202);
  expect(await configure("new")).toBe(200);
  expect(await busy).toBe(200);
  await person.tab("Logs");
  const log = page.getByRole("tabpanel", { name: "Logs" });
  await expect(log).toContainText(/new second.*new third/s);

  // What comes in while nothing may run never runs.
  expect(await reserve(0)).toBe(200);
  expect(await invoke("Event", "fourth")).toBe(202);
  expect(await reserve(1)).toBe(200);
  expect(await invoke("Event", "fifth")).toBe(202);
  await expect(log).toContainText("new fifth");
  await expect(log).not.toContainText("fourth");
});

test("a retry runs what was deployed since the run that failed", async ({ page, person }) => {
  await person.open();
  await person.createFunction("retried", { runtime: "python3.13" });
  await person.deploy(
    "import os, time\n\ndef lambda_handler(event, context):\n" +
      '    begin = time.monotonic()\n    while time.monotonic() - begin < event["seconds"]:\n        pass\n' +
      '    print(os.environ["WORD"], event["mark"])\n' +
      '    if os.environ["WORD"] == "old":\n        raise ValueError("no")\n',
  );
  const functions = "/2015-03-31/functions/retried";
  const configure = (word) =>
    send(page, "PUT", `${functions}/configuration`, { Timeout: 10, Environment: { Variables: { WORD: word } } });
  const event = async (mark, seconds) => {
    const headers = { "x-amz-invocation-type": "Event" };
    return (await ask(page, "POST", `${functions}/invocations`, { mark, seconds }, headers)).status;
  };
  expect(await configure("old")).toBe(200);
  expect(await send(page, "PUT", "/2017-10-31/functions/retried/concurrency", { ReservedConcurrentExecutions: 1 })).toBe(200);
  await person.tab("Logs");
  const log = page.getByRole("tabpanel", { name: "Logs" });
  // The second event holds up the first one's retry until there is other code.
  expect(await event("first", 0)).toBe(202);
  expect(await event("second", 4)).toBe(202);
  await expect(log).toContainText("old first");
  expect(await configure("new")).toBe(200);
  await expect(log).toContainText("new first");
});

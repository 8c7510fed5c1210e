import { strToU8, zipSync } from "fflate";
import { HANDLERS, TIMED_OUT } from "./support/hostile.js";
import { underLoad } from "./support/load.js";
import { complaintsOf, expect, test as base } from "./support/test.js";

/** Milliseconds in which the page has to answer a click, and in which the watchdog has to notice a timeout. */
const PROMPT = 100;

/** Seconds that a handler may compute unless its line says otherwise. */
const TIMEOUT = 1;

/** How often a handler may be tried before the page is called slow. */
const ATTEMPTS = 3;

const test = base.extend({
  // One page for all handlers: what one of them breaks, the next ones notice.
  lab: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ baseURL: base.info().project.use.baseURL });
      const complaints = complaintsOf(page);
      await page.goto("/");
      await page.waitForFunction(() => window.lambda !== undefined);
      await page.evaluate(() => window.lambda.reset({ cloudDelays: "none" }));
      await page.evaluate(addClient);
      await create(page, "harmless", "def lambda_handler(event, context):\n    return 'harmless'\n");
      expect(await page.evaluate(() => hostile.invoke("harmless"))).toMatchObject({ answer: "harmless" });
      await page.goto("/#/functions/harmless/test");
      await expect(page.getByRole("tab", { name: "Logs" })).toBeVisible();
      await use({ page, complaints });
      await page.close();
    },
    { scope: "worker" },
  ],
});

// Recording what happens would itself take the page's time.
test.use({ trace: "off" });

/** Runs in the page: a client of its API, and a person who keeps clicking. */
function addClient() {
  window.hostile = {
    async send(method, path, body, headers = {}) {
      const url = new URL(`/2015-03-31/functions${path}`, location.href);
      return window.lambda.fetch(new Request(url, { method, body: JSON.stringify(body), headers }));
    },

    async invoke(name, event = "harmless") {
      const begin = performance.now();
      const response = await this.send("POST", `/${name}/invocations`, event, { "X-Amz-Log-Type": "Tail" });
      const time = performance.now() - begin;
      const { headers } = response;
      const log = atob(headers.get("x-amz-log-result") ?? "");
      return { answer: await response.json(), fault: headers.get("x-amz-function-error"), log, time };
    },

    /**
     * Invokes, and tells the longest time in which a tab that was clicked got selected, and the longest by which a
     * timer of the page came late.
     */
    async invokeClicking(name, event) {
      const tabs = ["Versions", "Aliases"].map((label) =>
        [...document.querySelectorAll("[role=tab]")].find((tab) => tab.textContent.trim() === label),
      );
      let [click, delay, clicks, isOver] = [0, 0, 0, false];
      const result = this.invoke(name, event).finally(() => (isOver = true));
      while (!isOver) {
        const tab = tabs[clicks++ % tabs.length];
        const due = performance.now() + 20;
        await this.pause(20);
        delay = Math.max(delay, performance.now() - due);
        tab.click();
        while (tab.ariaSelected !== "true") await this.pause(0);
        click = Math.max(click, performance.now() - due);
      }
      return { ...(await result), click, delay };
    },

    pause(time) {
      return new Promise((resolve) => setTimeout(resolve, time));
    },
  };
}

/** Creates a function whose handler does as it is told, or is harmless for the event that says so. */
async function create(page, name, source, settings = {}) {
  const zip = Buffer.from(zipSync({ "lambda_function.py": strToU8(source) })).toString("base64");
  const definition = {
    FunctionName: name,
    Runtime: "python3.13",
    Handler: "lambda_function.lambda_handler",
    Role: "arn:aws:iam::123456789012:role/hostile",
    Timeout: TIMEOUT,
    Code: { ZipFile: zip },
    ...settings,
  };
  expect(await page.evaluate(async (body) => (await hostile.send("POST", "", body)).status, definition)).toBe(201);
}

/** What a call whose time was up says. @param {number} limit milliseconds */
function timedOut(limit) {
  return new RegExp(`^RequestId: [-0-9a-f]{36} Error: Task timed out after ${(limit / 1000).toFixed(2)} seconds$`);
}

let count = 0;

for (const [name, [body, expected, before = "", settings = {}]] of Object.entries(HANDLERS)) {
  test(`hostile: ${name}`, async ({ lab: { page, complaints } }) => {
    const lines = ["if event == 'harmless': return 'harmless'", ...body.split("\n")].map((line) => `    ${line}`);
    const source = `${before}\ndef lambda_handler(event, context):\n${lines.join("\n")}\n`;
    const own = `hostile-${++count}`;
    await create(page, own, source, settings);
    // The environment is there, so that the time of the next call is the handler's.
    expect(await page.evaluate((own) => hostile.invoke(own), own)).toMatchObject({ answer: "harmless", fault: null });

    const limit = (settings.Timeout ?? TIMEOUT) * 1000;
    // A busy machine is slow now and then; a handler that holds the page up does it each time.
    let [slowest, latest] = [Infinity, Infinity];
    for (let attempt = 0; attempt < ATTEMPTS && Math.max(slowest, latest) >= PROMPT; attempt++) {
      const { result, load } = await underLoad(() => page.evaluate((own) => hostile.invokeClicking(own, "harm"), own));
      const { answer, fault, time, click, delay } = result;
      const outcome = answer?.errorType ?? answer;
      expect([expected].flat()).toContain(outcome);
      expect(fault).toBe(answer?.errorType ? "Unhandled" : null);
      if (outcome === TIMED_OUT) expect(answer.errorMessage).toMatch(timedOut(limit));
      latest = Math.min(latest, outcome === TIMED_OUT ? time - limit - Math.max(delay, load) : 0);
      slowest = Math.min(slowest, click - load);
    }
    expect.soft(latest, "how late the watchdog was").toBeLessThan(PROMPT);
    expect.soft(slowest, "the slowest click").toBeLessThan(PROMPT);

    for (const next of [own, "harmless"]) {
      expect(await page.evaluate((next) => hostile.invoke(next), next)).toMatchObject({ answer: "harmless", fault: null });
    }
    expect(complaints.splice(0)).toEqual([]);
  });
}

test("what was written before a call hangs is in its log", async ({ lab: { page } }) => {
  const source = `import itertools, sys
def lambda_handler(event, context):
    for number in range(1000): print("line", number)
    print("to standard error", file=sys.stderr)
    sum(itertools.count())
`;
  await create(page, "talkative", source);
  const { answer, log } = await page.evaluate(() => hostile.invoke("talkative"));
  expect(answer.errorType).toBe(TIMED_OUT);
  expect(log).toMatch(/line 998\nline 999\nto standard error\n.* Task timed out after 1\.00 seconds\n/);
});

test("an import that takes over ten seconds is made once more, as a part of the call", async ({ lab: { page } }) => {
  const importing = (/** @type {string} */ how) =>
    `import itertools, time\nprint("importing")\n${how}\ndef lambda_handler(event, context):\n    return "imported"\n`;
  await create(page, "slow-import", importing("time.sleep(12)"), { Timeout: 30 });
  const slow = await page.evaluate(() => hostile.invoke("slow-import"));
  expect(slow).toMatchObject({ answer: "imported", fault: null });
  expect(slow.log).toMatch(/^START .*\nimporting\nEND .*\nREPORT .*Duration: 12\d{3}\.\d\d ms(?!.*Init Duration)/);
  expect(await page.evaluate(() => hostile.invoke("slow-import"))).toMatchObject({ answer: "imported" });

  await create(page, "endless-import", importing("sum(itertools.count())"));
  const endless = await page.evaluate(() => hostile.invoke("endless-import"));
  expect(endless.answer.errorMessage).toMatch(timedOut(1000));
  expect(endless.log).toMatch(/^START .*\nimporting\n.*Task timed out/);
  expect(endless.log).toMatch(/REPORT .*\tDuration: 1000\.00 ms\t.*Max Memory Used: [1-9]\d* MB\tStatus: timeout\t\n$/);
});

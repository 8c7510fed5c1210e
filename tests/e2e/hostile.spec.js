import { strToU8, zipSync } from "fflate";
import { underLoad } from "./support/load.js";
import { complaintsOf, expect, test as base } from "./support/test.js";

/** Milliseconds in which the page has to answer a click, and in which the watchdog has to notice a timeout. */
const PROMPT = 100;

/** Seconds that a handler may compute unless its line says otherwise. */
const TIMEOUT = 1;

/** How often a handler may be tried before the page is called slow. */
const ATTEMPTS = 3;

const TIMED_OUT = "Sandbox.Timedout";
const EXITED = "Runtime.ExitError";
const KILLED = "Runtime.OutOfMemory";

/**
 * What a handler does, what comes of it (the type of the error, or the response), and what stands before the handler
 * or how the function is set up.
 * @type {Record<string, [body: string, expected: any, before?: string, settings?: object]>}
 */
const HANDLERS = {
  "an endless loop": ["while True: pass", TIMED_OUT],
  "an endless loop that catches everything": [
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    TIMED_OUT,
  ],
  "an endless sum": ["sum(itertools.count())", TIMED_OUT, "import itertools"],
  "an endless list": ["list(itertools.count())", KILLED, "import itertools", { Timeout: 30 }],
  "a regular expression that backtracks for ever": ['re.match(r"(a+)+$", "a" * 60 + "b")', TIMED_OUT, "import re"],
  "a power with a hundred million digits": ["return 10 ** 10 ** 8", [TIMED_OUT, KILLED, "MemoryError", "Runtime.MarshalError"]],
  "a repr of itself": ["repr(A())", "RecursionError", "class A:\n    def __repr__(self): return repr([self])"],
  "recursion through __getattr__": [
    "A().b",
    "RecursionError",
    "class A:\n    def __getattr__(self, name): return self.missing",
  ],
  "recursion through __del__": [
    "A()\nreturn 'deleted'",
    "deleted",
    "class A:\n    def __del__(self): A()",
  ],
  "recursion through a sort's key": ["f(0)", "RecursionError", "def f(n): return sorted([n, n], key=f)"],
  "recursion through json": [
    "json.dumps(A(), default=lambda value: [A()], check_circular=False)",
    "RecursionError",
    "import json\nclass A: pass",
  ],
  "recursion under a limit raised": [
    "sys.setrecursionlimit(10 ** 9)\nlambda_handler(event, context)",
    "RecursionError",
    "import sys",
    { Timeout: 10 },
  ],
  "json nested too deeply": ['json.loads("[" * 10 ** 6)', "RecursionError", "import json"],
  "an expression nested too deeply": ["eval('-' * 50000 + '1')", EXITED],
  "a comparison of deep lists": ["return deep() == deep()", "RecursionError", nested()],
  "a hash of deep tuples": ["x = ()\nfor _ in range(100000): x = (x,)\nhash(x)", "RecursionError"],
  "a response that contains itself": ["x = []\nx.append(x)\nreturn x", "Runtime.MarshalError"],
  "a deep structure that is dropped": ["deep()\nreturn 'dropped'", "dropped", nested()],
  "a flood of prints": ["while True: print('spam')", TIMED_OUT],
  "a flood of output without a line feed": ["while True: sys.stdout.write('spam')", TIMED_OUT, "import sys"],
  "a flood of logging": ["while True: logging.error('spam')", TIMED_OUT, "import logging"],
  "a file that fills /tmp": [
    "with open('/tmp/big', 'wb') as file:\n    while True: file.write(bytes(8 << 20))",
    "OSError",
    "",
    { Timeout: 10 },
  ],
  "ever more small files": [
    "for n in itertools.count():\n    with open(f'/tmp/{n}', 'w') as file: file.write('x')",
    TIMED_OUT,
    "import itertools",
  ],
  "directories in directories": [
    "path = '/tmp'\nwhile True:\n    path += '/d'\n    os.mkdir(path)",
    TIMED_OUT,
    "import os",
  ],
  "memory in one piece": ["return len(bytearray(10 ** 9))", "MemoryError"],
  "memory in small pieces": ["x = []\nwhile True: x.append([len(x)])", KILLED, "", { Timeout: 30 }],
  "memory in doubling strings": ["x = 'x'\nwhile True: x += x", ["MemoryError", KILLED]],
  "sys.exit": ["sys.exit(3)", EXITED, "import sys"],
  "os._exit": ["os._exit(4)", EXITED, "import os"],
  "os.abort": ["os.abort()", EXITED, "import os"],
  "KeyboardInterrupt": ["raise KeyboardInterrupt", EXITED],
  "SystemExit in a thread": [
    "thread = threading.Thread(target=sys.exit)\nthread.start()\nthread.join()\nreturn 'alive'",
    "alive",
    "import sys, threading",
  ],
  "a lock that nobody releases": ["lock = threading.Lock()\nlock.acquire()\nlock.acquire()", TIMED_OUT, "import threading"],
  "builtins deleted": [
    "import builtins\nfor name in list(vars(builtins)): delattr(builtins, name)\nraise ValueError",
    "NameError",
  ],
  "a broken standard output": ["sys.stdout = sys.stderr = None\nraise ValueError('no')", "ValueError", "import sys"],
  "a closed standard output": ["sys.stdout.close()\nraise ValueError('no')", "ValueError", "import sys"],
  "json replaced": [
    "json.dumps = json.loads = json.JSONEncoder = None\ntime.time = time.sleep = None\nreturn 'still'",
    "still",
    "import json, time",
  ],
  "the runtime replaced": ["import __main__\n__main__.runtime = __main__.marshal = None", EXITED],
  "a sleep of thirty years": ["time.sleep(10 ** 9)", TIMED_OUT, "import time"],
  "an endless asyncio loop": [
    "async def spin():\n    while True: await asyncio.sleep(0)\nasyncio.run(spin())",
    TIMED_OUT,
    "import asyncio",
  ],
  "garbage collection of nonsense": [
    "gc.set_threshold(1)\ngc.disable()\nfor _ in range(1000):\n    a = []\n    a.append(a)\n    gc.collect(0)\nreturn 'collected'",
    "collected",
    "import gc",
  ],
  "a response of a hundred megabytes": ["return 'x' * 10 ** 8", "Function.ResponseSizeTooLarge", "", { MemorySize: 1024, Timeout: 10 }],
  "an error that cannot be worded": ["raise A()", "A", "class A(Exception):\n    def __str__(self): raise ValueError('no words')"],
  "an error that is worded for ever": [
    "raise A()",
    TIMED_OUT,
    "class A(Exception):\n    def __str__(self):\n        while True: pass",
  ],
  "an error with an endless chain": [
    "e = ValueError('round')\ne.__cause__ = e\nraise e",
    "ValueError",
  ],
  "a trace function": [
    "def trace(*_):\n    while True: pass\nsys.settrace(trace)\nlen(str(1))\nf = lambda: 0\nf()\nreturn 'untraced'",
    TIMED_OUT,
    "import sys",
  ],
  "every descriptor closed": ["os.closerange(0, 100)\nraise ValueError('mute')", "ValueError", "import os"],
  "a print to a closed descriptor": ["os.close(1)\nprint('gone')", "OSError", "import os"],
  "a generator as response": ["return (n for n in range(3))", "Runtime.MarshalError"],
  "the handler imports itself": ["import lambda_function\nreturn lambda_function.lambda_handler('harmless', None)", "harmless"],
  "the handler calls itself": ["return lambda_handler(event, context)", "RecursionError"],
  "a package of its own deleted from sys.modules": ["sys.modules.clear()\nraise ValueError('bare')", "ValueError", "import sys"],
};

/** Defines `deep`, which makes a list in a list and so on. */
function nested() {
  return "def deep():\n    x = []\n    for _ in range(100000): x = [x]\n    return x";
}

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

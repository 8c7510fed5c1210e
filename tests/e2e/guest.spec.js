import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";

const HARNESS = fileURLToPath(new URL("support/environments.js", import.meta.url));

const test = base.extend({
  // One page for all tests: only the first environment has to wait for Python.
  lab: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ baseURL: base.info().project.use.baseURL });
      await page.route("**/empty-page", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
      await page.goto("/empty-page");
      await page.addScriptTag({ path: HARNESS });
      await use(page);
      await page.close();
    },
    { scope: "worker" },
  ],
});

/** Runs a handler once, in an environment of its own. */
function run(lab, source, options = {}) {
  return lab.evaluate(([source, options]) => environments.run(source, options), [source, options]);
}

/** A handler with this body, its lines indented by four spaces. */
function handler(body, before = "") {
  const lines = body.split("\n").map((line) => `    ${line}`);
  return `${before}\ndef lambda_handler(event, context):\n${lines.join("\n")}\n`;
}

test("two environments differ in what is random, equally seeded ones agree", async ({ lab }) => {
  const source = handler(
    "return [random.random(), random.Random().random(), str(uuid.uuid4()), secrets.token_hex(), next(tempfile._get_candidate_names())]",
    "import random, uuid, secrets, tempfile",
  );
  const draw = (seed) =>
    lab.evaluate(
      async ([source, seed]) => {
        const environment = await environments.start(source, { seed: seed && new Uint8Array(seed) });
        return JSON.parse((await environment.invoke()).payload);
      },
      [source, seed],
    );
  const [one, other] = [await draw(null), await draw(null)];
  for (const [index, value] of one.entries()) expect(value).not.toBe(other[index]);
  const seed = Array.from({ length: 32 }, (_, index) => index);
  const seeded = await draw(seed);
  expect(await draw(seed)).toEqual(seeded);
  expect(await draw(seed.toReversed())).not.toEqual(seeded);
  expect(one).not.toEqual(seeded);
});

test("a call that brings a seed draws the same wherever it runs", async ({ lab }) => {
  const source = handler(
    "return [uuid.getnode(), random.random(), str(uuid.uuid4()), secrets.token_hex(4), random.Random().random()]",
    "import random, secrets, uuid",
  );
  const draw = (calls, seed) =>
    lab.evaluate(
      async ([source, calls, seed]) => {
        const environment = await environments.start(source);
        const results = await environment.invokeAll(Array(calls).fill({}), { seed: new Uint8Array(32).fill(seed) });
        return JSON.parse(results.at(-1).payload);
      },
      [source, calls, seed],
    );
  const first = await draw(1, 7);
  expect(await draw(3, 7)).toEqual(first);
  expect(await draw(1, 8)).not.toEqual(first);
});

test.describe("what few handlers need of Python", () => {
  const LIBRARY = "**/library-*";

  test.afterEach(({ lab }) => lab.unroute(LIBRARY));

  test("comes when one needs it", async ({ lab }) => {
    let fetched = 0;
    await lab.route(LIBRARY, (route) => {
      fetched += 1;
      return route.continue();
    });
    const usual = "import dataclasses, datetime, json, logging, os, re, time, typing, urllib.parse, uuid";
    expect((await run(lab, handler("return json.dumps([1])", usual))).payload).toBe('"[1]"');
    expect(fetched).toBe(0);

    for (const [body, imports, expected] of [
      ['return next(csv.reader(["one;two"], delimiter=";"))', "import csv", ["one", "two"]],
      ['return [unicodedata.name("☃"), unicodedata.lookup("snowman")]', "import unicodedata", ["SNOWMAN", "☃"]],
      ['return ["\\N{SNOWMAN}", "\\N{HANGUL SYLLABLE GA}", "\\N{LINE FEED}"]', "", ["☃", "가", "\n"]],
      ['return "☃".encode("ascii", "namereplace").decode()', "", "\\N{SNOWMAN}"],
      ["import importlib, json\nreturn importlib.reload(json).dumps({})", "", "{}"],
    ]) {
      fetched = 0;
      const { payload } = await run(lab, handler(body, imports));
      expect(JSON.parse(payload), body).toEqual(expected);
      expect(fetched, body).toBe(1);
    }
  });

  test("takes none of a call's time while it comes", async ({ lab }) => {
    await lab.route(LIBRARY, async (route) => {
      await lab.waitForTimeout(1500);
      await route.continue();
    });
    const { outcome, duration } = await run(lab, handler("import csv\nreturn csv.__name__"), { timeout: 1000 });
    expect(outcome).toBe("ok");
    expect(duration).toBeLessThan(1000);
  });

  test("is said to be missing where it cannot be had", async ({ lab }) => {
    await lab.route(LIBRARY, (route) => route.abort());
    const { error } = await run(lab, handler("return 1", "import csv"));
    const reason = "'csv' is in a part of the standard library that the playground could not load";
    expect(JSON.parse(error)).toMatchObject({
      errorType: "Runtime.ImportModuleError",
      errorMessage: `Unable to import module 'lambda_function': ${reason}`,
    });
    expect((await run(lab, handler("return 1"))).payload).toBe("1");
  });
});

test("an endless loop ends with its worker, and the next environment works", async ({ lab }) => {
  const payload = await lab.evaluate(
    async ([endless, next]) => {
      const environment = await environments.start(endless);
      const underWay = environment.invoke();
      const answered = await Promise.race([underWay, new Promise((resolve) => setTimeout(resolve, 300, "nothing"))]);
      environment.end();
      return [answered, (await environments.run(next)).payload];
    },
    [handler("while True: pass"), handler("return 'next'")],
  );
  expect(payload).toEqual(["nothing", '"next"']);
});

const RECURSIONS = {
  "plain calls": handler("f(0)", "def f(n): return f(n + 1)"),
  "__getattr__": handler("A().b", "class A:\n    def __getattr__(self, name): return self.missing"),
  "sorted with a key": handler("f(0)", "def f(n): return sorted([n, n], key=f)"),
  "repr of itself": handler("repr(A())", "class A:\n    def __repr__(self): return repr(self)"),
  "repr of nested lists": handler("x = []\nfor _ in range(100000): x = [x]\nrepr(x)"),
  "json.loads": handler("json.loads('[' * 100000 + ']' * 100000)", "import json"),
  __init__: handler("A()", "class A:\n    def __init__(self): A()"),
  generators: handler("list(f())", "def f():\n    yield from f()"),
  "without Python's limit": handler("f(0)", "import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return f(n + 1)"),
};

for (const [name, source] of Object.entries(RECURSIONS)) {
  test(`recursion through ${name} raises RecursionError`, async ({ lab }) => {
    const result = await run(lab, source, { timeout: 20_000 });
    expect(result.outcome).toBe("error");
    expect(JSON.parse(result.payload).errorType).toBe("RecursionError");
  });
}

test("a response nested too deeply cannot be marshalled", async ({ lab }) => {
  const result = await run(lab, handler("x = []\nfor _ in range(100000): x = [x]\nreturn x"), { timeout: 20_000 });
  expect(JSON.parse(result.payload)).toMatchObject({ errorType: "Runtime.MarshalError" });
});

test("a recursion that the engine ends is answered as a crash", async ({ lab }) => {
  const result = await run(lab, handler("eval('-' * 50000 + '1')"), { timeout: 20_000 });
  expect(result).toMatchObject({ outcome: "crash", payload: "" });
});

test("memory: what is too big raises MemoryError, what adds up ends the environment", async ({ lab }) => {
  const big = handler("try:\n    'a' * 200_000_000\nexcept MemoryError:\n    return 'caught'");
  expect(await run(lab, big)).toMatchObject({ outcome: "ok", payload: '"caught"' });
  const roomy = { memorySize: 512, timeout: 30_000 };
  expect(await run(lab, big, roomy)).toMatchObject({ outcome: "ok", payload: "null" });
  const result = await run(lab, handler("x = []\nwhile True: x.append([len(x)])"), { timeout: 30_000 });
  expect(result).toMatchObject({ outcome: "memory", payload: "", log: "", memory: 128 << 20 });
});

test("sys.exit ends the environment", async ({ lab }) => {
  const source = handler("print('bye')\nsys.exit(event['status'])", "import sys");
  expect(await run(lab, source, { event: { status: 0 } })).toMatchObject({ outcome: "exit", exitStatus: 0, log: "bye\n" });
  expect(await run(lab, source, { event: { status: 3 } })).toMatchObject({ outcome: "exit", exitStatus: 3 });
  for (const [status, kept] of [[-1, 255], [256, 0], [true, 1]]) {
    expect(await run(lab, source, { event: { status } })).toMatchObject({ outcome: "exit", exitStatus: kept });
  }
  expect(await run(lab, handler("os._exit(-1)", "import os"))).toMatchObject({ outcome: "exit", exitStatus: 255 });
  expect(await run(lab, "import sys\nsys.exit(1)")).toMatchObject({ type: "started", outcome: "exit", exitStatus: 1 });
});

test("what the runtime itself cannot cope with ends it with status 1, and its traceback is in the log", async ({ lab }) => {
  const source = handler("raise A()", "class A(Exception):\n    def __str__(self): raise KeyboardInterrupt");
  const result = await run(lab, source);
  expect(result).toMatchObject({ outcome: "exit", exitStatus: 1 });
  expect(result.log).toContain("KeyboardInterrupt\n");
});

test("as many files may be open as on Lambda", async ({ lab }) => {
  const source = handler(
    "files = []\ntry:\n    while len(files) < 2000: files.append(open('/tmp/one', 'w'))\nexcept OSError as error:\n    count = len(files)\n    files.clear()\n    open('/tmp/one').close()\n    return [count, error.errno]",
  );
  const result = await run(lab, source, { memorySize: 512, timeout: 10_000 });
  expect(JSON.parse(result.payload)).toEqual([1021, 24]);
});

test("a sleep takes its time on the environment's clock only", async ({ lab }) => {
  const source = handler(
    "before = time.time()\ntime.sleep(event)\nreturn [time.time() - before, context.get_remaining_time_in_millis()]",
    "import time",
  );
  const begin = Date.now();
  const slept = await run(lab, source, { event: 600, timeout: 900_000 });
  expect(Date.now() - begin).toBeLessThan(60_000);
  const [elapsed, remaining] = JSON.parse(slept.payload);
  expect(elapsed).toBeGreaterThanOrEqual(600);
  expect(remaining).toBeLessThanOrEqual(300_000);
  expect(slept.duration).toBeGreaterThanOrEqual(600_000);
  expect(await run(lab, source, { event: 600 })).toMatchObject({ outcome: "timeout", duration: 3000, payload: "" });
});

test("of a flood of output the beginning and the end are kept", async ({ lab }) => {
  const flood = "print('first')\nfor n in range(200_000): print('line', n)\nprint('x' * 1_000_000)\nraise ValueError('last')";
  const result = await run(lab, handler(flood), { timeout: 30_000 });
  expect(result.log.length).toBeLessThan(1_100_000);
  expect(result.log).toMatch(/^first\nline 0\nline 1\n/);
  expect(result.log).toMatch(/\n\[\d+ more bytes of output were cut\]\n\[ERROR\] ValueError: last\n/);
  const all = await run(lab, handler("for n in range(60_000): print('line', n)"), { timeout: 30_000 });
  expect(all.log.match(/line \d+\n/g)).toHaveLength(60_000);
});

test("/tmp keeps files and reports their changes, everything else is read-only", async ({ lab }) => {
  const changes = await lab.evaluate(async (source) => {
    const earlier = [["kept.txt", new TextEncoder().encode("kept")]];
    const environment = await environments.start(source, { temporary: earlier });
    const results = await environment.invokeAll([["/tmp/new.txt", "w"], ["/tmp/new.txt", "r"], ["/tmp/kept.txt", "rm"], ["/var/task/new.txt", "w"]]);
    return results.map(({ payload, temporary }) => [
      JSON.parse(payload)?.errorType ?? JSON.parse(payload),
      temporary.map(([path, bytes]) => [path, bytes && new TextDecoder().decode(bytes)]),
    ]);
  }, handler("path, act = event\nif act == 'rm':\n    return os.remove(path)\nwith open(path, act) as file:\n    return file.write('new') if act == 'w' else file.read()", "import os"));
  expect(changes).toEqual([
    [3, [["new.txt", "new"]]],
    ["new", []],
    [null, [["kept.txt", null]]],
    ["OSError", []],
  ]);
});

test("times", async ({ lab }) => {
  const times = await lab.evaluate(async (source) => {
    const first = await environments.start(source);
    const begin = performance.now();
    await first.invoke();
    const firstCall = performance.now() - begin;
    delete environments.times["new environment"];
    const second = await environments.start(source);
    const warm = performance.now();
    await second.invokeAll(Array(2000).fill({}));
    return {
      ...environments.times,
      "first call": firstCall,
      "warm call in a batch of 2,000": (performance.now() - warm) / 2000,
      "memory in MB": second.started.memory / (1 << 20),
    };
  }, handler("return 'one'"));
  for (const [name, value] of Object.entries(times)) console.log(`  ${name}: ${value.toFixed(2)}${name.includes("MB") ? "" : " ms"}`);
  expect(times["new environment"]).toBeLessThan(2000);
});

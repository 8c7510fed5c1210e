import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";
import { zipSync, strToU8 } from "fflate";

const SOURCE = `import random, time, uuid
FIRST = [random.random(), time.time() // 1]
def lambda_handler(event, context):
    return FIRST + [random.random(), str(uuid.uuid4()), time.time() // 1, list({"a", "b", "c", "d"})]
`;

/** Empties the playground, sets a seed, and tells what three calls of a new function answer. */
async function answers(page, seed) {
  const zip = Buffer.from(zipSync({ "lambda_function.py": strToU8(SOURCE) })).toString("base64");
  return page.evaluate(
    async ([seed, zip]) => {
      const call = async (method, path, body) => {
        const url = `https://lambda.us-east-1.amazonaws.com/2015-03-31/functions${path}`;
        const response = await window.lambda.fetch(new Request(url, { method, body }));
        return response.text();
      };
      await window.lambda.reset({ seed });
      const role = "arn:aws:iam::123456789012:role/exec";
      const settings = { FunctionName: "dice", Runtime: "python3.13", Handler: "lambda_function.lambda_handler", Role: role };
      await call("POST", "", JSON.stringify({ ...settings, Code: { ZipFile: zip } }));
      const payloads = [];
      for (let index = 0; index < 3; index++) payloads.push(JSON.parse(await call("POST", "/dice/invocations", "{}")));
      return payloads;
    },
    [seed, zip],
  );
}

test("with a seed, handlers see the same randomness and the same clock each time", async ({ person, page }) => {
  await person.open();
  const first = await answers(page, "class of 7");
  expect(await answers(page, "class of 7")).toEqual(first);
  expect(new Set(first.map(([, , random]) => random)).size).toBe(3);
  expect(await answers(page, "class of 8")).not.toEqual(first);
  expect(await answers(page, "")).not.toEqual(await answers(page, ""));
});

test("with a seed, a run by several callers repeats what handlers do with chance and memory", async ({ page, person }) => {
  await person.open();
  const source = `import random
FIRST, calls = random.random(), 0
def lambda_handler(event, context):
    global calls
    calls += 1
    if (FIRST + random.random()) % 1 < 0.4 or calls % 7 == 0: raise ValueError
`;
  const runs = [];
  for (const seed of ["class of 7", "class of 7", "class of 8"]) {
    await page.evaluate(() => window.lambda.reset());
    await person.open();
    await person.createFunction("dice");
    await person.deploy(source);
    await person.tab("Traffic");
    await person.textbox("Seed").fill(seed);
    await enter(page.getByRole("spinbutton", { name: "Concurrency" }), 4);
    const [row] = await person.fire("$LATEST", 300);
    runs.push([row.Errors, row["Cold starts"]]);
  }
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[0][1]).toBe("4");
  expect(runs[2]).not.toEqual(runs[0]);
});

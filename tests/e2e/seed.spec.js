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

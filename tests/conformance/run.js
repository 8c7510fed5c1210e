// Replays recorded cases through the real SDK against the built page:
// node run.js SITE [CASES], with the address where the page is served, and a file of cases for the project's own.

import { readFile } from "node:fs/promises";
import { Client } from "./client.js";
import { Page } from "./page.js";
import { Replay } from "./replay.js";

// The newest SDKs would rather have a newer Node than the project needs.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const [site, file] = process.argv.slice(2);

/** @type {import("./replay.js").Case[]} */
const cases = JSON.parse(await readFile(file ?? new URL("cases.json", import.meta.url), "utf8"));
if (!Array.isArray(cases)) throw new Error("the file holds no list of cases");

let passed = 0;
let failed = 0;
const page = await Page.launch(site);
try {
  const replay = new Replay(new Client(page), page);
  for (const recorded of cases) {
    const wrong = await replay.run(recorded);
    // Only what was extrapolated can be decided otherwise, and only in the project's own file.
    const decided = file === undefined && recorded?.evidence === "E" ? recorded.decided : undefined;
    if (wrong.length === 0) {
      passed += 1;
    } else if (decided !== undefined) {
      tell("decided otherwise", recorded, [decided, ...wrong]);
    } else {
      failed += 1;
      tell("failed", recorded, wrong);
    }
  }
} finally {
  await page.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string} verdict
 * @param {import("./replay.js").Case} recorded
 * @param {string[]} lines
 */
function tell(verdict, recorded, lines) {
  const { id, op, params, evidence } = recorded ?? {};
  console.log(`${verdict}: ${id} (${evidence ?? "no evidence"}) ${op} ${abridged(JSON.stringify(params))}`);
  for (const line of lines) console.log(`    ${line}`);
}

/** @param {string | undefined} text */
function abridged(text = "") {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

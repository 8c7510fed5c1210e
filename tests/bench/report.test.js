import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Report, table, withTable } from "./report.js";

test("a row tells whether its aim is met", () => {
  const report = new Report();
  report.add("Ours", "ms", [3, 1, 2], { yardstick: [4], aim: 0.5 });
  report.add("Too slow", "ms", [3], { yardstick: [4], aim: 0.5 });
  report.add("Gain", "×", [1.5], { atLeast: 1.7 });
  assert.deepEqual(
    table(report.rows).split("\n").map((line) => line.trim().split(/ {2,}/)),
    [
      ["Measure", "Median", "Pyodide", "Ratio", "Aim", "Met"],
      ["Ours", "2 ms", "4 ms", "0.50 ×", "≤ 0.50 ×", "yes"],
      ["Too slow", "3 ms", "4 ms", "0.75 ×", "≤ 0.50 ×", "no"],
      ["Gain", "1.5 ×", "≥ 1.7 ×", "no"],
    ],
  );
});

test("the README shows the figures that are kept", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const figures = JSON.parse(await readFile(new URL("figures.json", import.meta.url), "utf8"));
  assert.equal(withTable(readme, figures), readme);
});

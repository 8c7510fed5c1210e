import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const BOOTSTRAP = fileURLToPath(new URL("../../../src/python/bootstrap.py", import.meta.url));
const PROGRAM = fileURLToPath(new URL("cpython.py", import.meta.url));

/**
 * Runs handlers in the CPython that is installed.
 * @param {import("./corpus.js").Handler[]} handlers
 * @returns {{ version: string, results: Record<string, import("./expectation.js").Results> } | null} null when there is none
 */
export function runInCPython(handlers) {
  // Isolated and without site-packages: nothing but CPython's own library, as in the guest.
  const { error, status, stdout, stderr } = spawnSync("python3", ["-I", "-S", "-X", "utf8", PROGRAM], {
    input: JSON.stringify({ bootstrap: BOOTSTRAP, handlers }),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, TZ: "UTC" },
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT") return null;
  if (error !== undefined || status !== 0) throw new Error(`python3 failed: ${error ?? stderr}`);
  return JSON.parse(stdout);
}

/**
 * @param {import("./corpus.js").Handler} handler
 * @param {string} version of CPython
 */
export function isNewEnough({ needs }, version) {
  const minor = (/** @type {string} */ text) => Number(text.split(".")[1]);
  return needs === null || minor(needs) <= minor(version);
}

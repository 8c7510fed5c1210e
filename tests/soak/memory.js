import { readFile, readdir } from "node:fs/promises";

/**
 * What a page and its browser hold, in megabytes.
 * @typedef {object} Memory
 * @property {number} page its JavaScript's heap and its own WebAssembly
 * @property {number} browser all its processes, environments included
 */

/**
 * Measures after the garbage has been collected.
 * @param {import("@playwright/test").CDPSession} session of the page
 * @returns {Promise<Memory>}
 */
export async function measure(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const page = (usedSize + (await wasm(session))) / 1e6;
  return { page, browser: (await below(process.pid)) / 1e3 };
}

/**
 * The bytes of the WebAssembly memories of a page.
 * @param {import("@playwright/test").CDPSession} session
 */
async function wasm(session) {
  const objectGroup = "memories";
  const expression = "WebAssembly.Memory.prototype";
  const { result: prototype } = await session.send("Runtime.evaluate", { expression, objectGroup });
  const prototypeObjectId = /** @type {string} */ (prototype.objectId);
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId, objectGroup });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  await session.send("Runtime.releaseObjectGroup", { objectGroup });
  return result.value;
}

/** The kilobytes of the processes that a process has started, each page of memory counted once. @param {number} root */
async function below(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of await readdir("/proc")) {
    const status = /^\d+$/.test(name) ? await read(`/proc/${name}/status`) : "";
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let sum = 0;
  const left = [...(children.get(root) ?? [])];
  for (let child = left.pop(); child !== undefined; child = left.pop()) {
    const memory = await read(`/proc/${child}/smaps_rollup`);
    sum += Number(/^Pss:\s+(\d+) kB$/m.exec(memory)?.[1] ?? 0);
    left.push(...(children.get(child) ?? []));
  }
  return sum;
}

/** The text of a file, or nothing where its process has ended. @param {string} path */
async function read(path) {
  return readFile(path, "utf8").catch(() => "");
}

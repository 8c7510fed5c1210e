// Boots the guest of a file and writes the memory that it leaves to another: node bake.js GUEST MEMORY
//
// Every execution environment begins with that memory, so nothing in it comes from this machine or from now.

import { readFileSync, writeFileSync } from "node:fs";
import { MOST_PAGES } from "../worker/guest.js";
import { Host } from "../worker/host.js";

/** Pages the guest begins with; `src/python/build.rs` knows the same number. */
const INITIAL_PAGES = 200;

const [guest, image] = process.argv.slice(2);

const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MOST_PAGES });
const host = new Host(memory);
host.seed(new Uint8Array(32));
const system = {
  ...host.imports,
  clock_time_get: (/** @type {number} */ _id, /** @type {bigint} */ _precision, /** @type {number} */ result) => {
    new DataView(memory.buffer).setBigUint64(result, 0n, true);
    return 0;
  },
};
const module = new WebAssembly.Module(readFileSync(guest));
const { exports } = new WebAssembly.Instance(module, { env: { memory }, wasi_snapshot_preview1: system });
const boot = /** @type {() => number} */ (exports.boot);
if (!boot()) throw new Error(host.log.take());
writeFileSync(image, new Uint8Array(memory.buffer));

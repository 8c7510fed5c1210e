// Boots the guest of a file, and writes the memory that it leaves to another, but for the parts that are brought when
// they are asked for, which it writes to a third: node bake.js GUEST MEMORY LIBRARY
//
// Every execution environment begins with that memory, so nothing in it comes from this machine or from now.

import { readFileSync, writeFileSync } from "node:fs";
import { MOST_PAGES } from "../worker/guest.js";
import { Host } from "../worker/host.js";

/** Pages the guest begins with; `src/python/build.rs` knows the same number. */
const INITIAL_PAGES = 200;

const [guest, image, libraryFile] = process.argv.slice(2);

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
const bring = () => true;
const module = new WebAssembly.Module(readFileSync(guest));
const imports = { env: { memory }, playground: { bring }, wasi_snapshot_preview1: system };
const { exports } = new WebAssembly.Instance(module, imports);
const boot = /** @type {() => number} */ (exports.boot);
if (!boot()) throw new Error(host.log.take());

// What `Library` reads.
const numbers = new Uint32Array(memory.buffer);
const told = /** @type {() => number} */ (exports.parts)() / 4;
const [list, count] = [numbers[told] / 4, numbers[told + 1]];
const library = Array.from({ length: count }, (_, index) => {
  const place = numbers.slice(list + 2 * index, list + 2 * index + 2);
  const part = new Uint8Array(memory.buffer, place[0], place[1]);
  const copy = part.slice();
  part.fill(0);
  return [new Uint8Array(place.buffer), copy];
}).flat();
writeFileSync(libraryFile, Buffer.concat(library));
writeFileSync(image, new Uint8Array(memory.buffer));

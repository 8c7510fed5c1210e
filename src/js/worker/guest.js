import { WASIProcExit } from "@bjorn3/browser_wasi_shim";
import { DeadlineReached } from "./clock.js";
import { Host } from "./host.js";

/** @import { Library } from "./library.js" */

/**
 * @typedef {object} Exports
 * @property {(length: number) => number} allocate
 * @property {(buffer: number, length: number) => number} start
 * @property {(buffer: number, length: number) => number} invoke
 *
 * @typedef {"ok" | "error" | "exit" | "crash" | "memory" | "timeout"} Outcome
 * @typedef {{ outcome: Outcome, payload: string, exitStatus: number | null }} Answer
 */

const PAGE = 65_536;

/** All that 32 bits can address. */
export const MOST_PAGES = 65_536;

/** Words with which Rust says, on standard error, that the memory is used up. */
const OUT_OF_MEMORY = /^memory allocation of \d+ bytes failed\n(note: .*\n)?/m;

/**
 * Runs a function of the guest on a stack of its own where the browser has that (JSPI): a worker's own stack is half
 * as deep. `STACK` in `src/python/build.rs` is chosen to end before it. Elsewhere the deepest recursions trap.
 * @type {(call: (buffer: number, length: number) => number) => (buffer: number, length: number) => number | Promise<number>}
 */
const withDeepStack = Reflect.get(WebAssembly, "promising") ?? ((/** @type {unknown} */ call) => call);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One instance of the guest, with its own memory and its own host: Python that has booted already. */
export class Guest {
  #exports;
  #calls;

  /**
   * @param {WebAssembly.Module} module
   * @param {Library} library the parts of its memory that come when they are asked for
   * @param {number} memorySize MB
   */
  constructor(module, library, memorySize) {
    const initial = initialPages(module);
    const maximum = Math.min(Math.max((memorySize * 1_048_576) / PAGE, initial), MOST_PAGES);
    this.memory = new WebAssembly.Memory({ initial, maximum });
    this.host = new Host(this.memory);
    const bring = () => this.host.clock.standStill(() => library.bring(this.memory.buffer));
    const imports = { env: { memory: this.memory }, playground: { bring }, wasi_snapshot_preview1: this.host.imports };
    this.#exports = /** @type {Exports} */ (/** @type {unknown} */ (new WebAssembly.Instance(module, imports).exports));
    this.#calls = { start: withDeepStack(this.#exports.start), invoke: withDeepStack(this.#exports.invoke) };
  }

  /**
   * Calls a function of the guest; after any outcome but `ok` and `error` the instance is dead.
   * @param {"start" | "invoke"} name
   * @param {string} input
   * @returns {Promise<Answer>}
   */
  async call(name, input) {
    try {
      const bytes = encoder.encode(input);
      const buffer = this.#exports.allocate(bytes.length);
      if (buffer === 0) return death("memory");
      new Uint8Array(this.memory.buffer, buffer, bytes.length).set(bytes);
      return read(this.memory, await this.#calls[name](buffer, bytes.length));
    } catch (error) {
      return diagnose(error);
    }
  }

  /** Takes the log of a call, without the line of the runtime's own death. @param {Answer} answer */
  takeLog(answer) {
    const log = this.host.log.take();
    if (answer.outcome !== "crash" || !OUT_OF_MEMORY.test(log)) return log;
    answer.outcome = "memory";
    return log.replace(OUT_OF_MEMORY, "");
  }
}

/** @param {WebAssembly.Module} module which tells it of itself, in a section that is put in when it is built */
function initialPages(module) {
  const [pages] = WebAssembly.Module.customSections(module, "pages");
  return Number(decoder.decode(pages));
}

/**
 * Reads an answer: an outcome, a line feed, and what belongs to it.
 * @param {WebAssembly.Memory} memory
 * @param {number} pointer
 * @returns {Answer}
 */
function read(memory, pointer) {
  const view = new DataView(memory.buffer);
  const [start, length] = [view.getUint32(pointer, true), view.getUint32(pointer + 4, true)];
  const text = decoder.decode(new Uint8Array(memory.buffer, start, length));
  const split = text.indexOf("\n");
  const outcome = /** @type {Outcome} */ (text.slice(0, split));
  const rest = text.slice(split + 1);
  return outcome === "exit" ? exit(Number(rest)) : { outcome, payload: rest, exitStatus: null };
}

/**
 * @param {unknown} error what ended the instance
 * @returns {Answer}
 */
function diagnose(error) {
  if (error instanceof DeadlineReached) return death("timeout");
  if (error instanceof WASIProcExit) return exit(error.code);
  return death("crash");
}

/** @param {number} status of which a process keeps eight bits */
function exit(status) {
  return death("exit", status & 0xff);
}

/**
 * @param {Outcome} outcome
 * @param {number | null} exitStatus
 * @returns {Answer}
 */
function death(outcome, exitStatus = null) {
  return { outcome, payload: "", exitStatus };
}

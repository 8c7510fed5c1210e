import { File, OpenFile, WASI, wasi } from "@bjorn3/browser_wasi_shim";
import { Clock } from "./clock.js";
import { Pipe } from "./devices.js";
import { Files } from "./files.js";
import { Log } from "./log.js";
import { randomSource } from "./random.js";

/** @typedef {(...parameters: any[]) => number} Call a WASI function */

const NANOSECONDS = 1_000_000;
const ROOT = 3;

/** How many descriptors may be open at a time. */
const MOST_DESCRIPTORS = 1024;

/** Where the monotonic clock of an environment begins: what a handler did "long ago" may have been at 0. */
const MONOTONIC_START = 3_600_000;

/** The system around one guest: its clock, randomness, files and output. */
export class Host {
  clock = new Clock();
  log = new Log();
  files = new Files(this.clock);
  #memory;
  #fill = randomSource(null);
  /** How many descriptors are open, the root's, which no handler knows of, left out. */
  #open = 3;

  /** The functions that the guest imports. @type {Record<string, Call>} */
  imports;

  /** @param {WebAssembly.Memory} memory the guest's */
  constructor(memory) {
    this.#memory = memory;
    const output = () => new Pipe((bytes) => this.log.write(bytes));
    const descriptors = [new OpenFile(new File([])), output(), output(), this.files.root];
    const shim = new WASI(["python"], [], descriptors, { debug: false });
    shim.inst = { exports: { memory } };
    const calls = /** @type {Record<string, Call>} */ (shim.wasiImport);
    this.imports = { ...calls, ...this.#overrides(), ...this.#guards(calls) };
  }

  /** Starts randomness anew. @param {Uint8Array | null} seed */
  seed(seed) {
    this.#fill = randomSource(seed);
  }

  /** @returns {Record<string, Call>} what this host does itself */
  #overrides() {
    return {
      clock_time_get: (id, _precision, result) => {
        this.clock.check();
        this.#view().setBigUint64(result, this.#nanoseconds(id), true);
        return wasi.ERRNO_SUCCESS;
      },
      clock_res_get: (_id, result) => {
        this.#view().setBigUint64(result, 1000n, true);
        return wasi.ERRNO_SUCCESS;
      },
      random_get: (start, length) => {
        this.#fill(new Uint8Array(this.#memory.buffer, start, length));
        return wasi.ERRNO_SUCCESS;
      },
      poll_oneoff: (subscriptions, events, count, result) => this.#poll(subscriptions, events, count, result),
      sched_yield: () => wasi.ERRNO_SUCCESS,
      sock_accept: () => wasi.ERRNO_NOTSUP,
      sock_recv: () => wasi.ERRNO_NOTSUP,
      sock_send: () => wasi.ERRNO_NOTSUP,
      sock_shutdown: () => wasi.ERRNO_NOTSUP,
    };
  }

  /**
   * Everything but /tmp is read-only, as on Lambda, and what writes to /tmp leaves a mark; /dev/null takes all.
   * @param {Record<string, Call>} calls
   * @returns {Record<string, Call>}
   */
  #guards(calls) {
    const path = (/** @type {number} */ start, /** @type {number} */ length) =>
      new TextDecoder().decode(new Uint8Array(this.#memory.buffer, start, length).slice());
    const writes = (/** @type {number} */ directory, /** @type {number} */ start, /** @type {number} */ length) => {
      this.files.touched = true;
      return directory !== ROOT || path(start, length).startsWith("tmp/");
    };
    const guard = (/** @type {string} */ name, /** @type {number} */ position) =>
      /** @type {Call} */ (...parameters) => {
        const [directory, start, length] = [0, position, position + 1].map((index) => parameters[index]);
        return writes(directory, start, length) ? calls[name](...parameters) : wasi.ERRNO_ROFS;
      };
    const create = guard("path_create_directory", 1);
    const rename = guard("path_rename", 1);
    return {
      path_open: (...parameters) => {
        const [directory, , start, length, flags, rights] = parameters;
        const creates = (flags & (wasi.OFLAGS_CREAT | wasi.OFLAGS_TRUNC)) !== 0;
        const intends = creates || (rights & BigInt(wasi.RIGHTS_FD_WRITE)) !== 0n;
        const isNull = directory === ROOT && path(start, length) === "dev/null";
        if (intends && !isNull && !writes(directory, start, length)) return wasi.ERRNO_ROFS;
        if (this.#open >= MOST_DESCRIPTORS) return wasi.ERRNO_MFILE;
        const result = calls.path_open(...parameters);
        if (result === wasi.ERRNO_SUCCESS) this.#open += 1;
        return result;
      },
      fd_write: (...parameters) => {
        if (parameters[0] > ROOT) this.files.touched = true;
        return calls.fd_write(...parameters);
      },
      // A handler that closes all there is does not know of this one: on Lambda it is not there.
      fd_close: (descriptor) => {
        const result = descriptor === ROOT ? wasi.ERRNO_BADF : calls.fd_close(descriptor);
        if (result === wasi.ERRNO_SUCCESS) this.#open -= 1;
        return result;
      },
      path_create_directory: (...parameters) => {
        const [directory, start, length] = parameters;
        const exists = directory === ROOT && this.files.exists(path(start, length));
        return exists ? wasi.ERRNO_EXIST : create(...parameters);
      },
      path_filestat_set_times: (directory, _follow, start, length, _accessed, modified, flags) => {
        if (!writes(directory, start, length)) return wasi.ERRNO_ROFS;
        const time = flags & wasi.FSTFLAGS_MTIM ? Number(modified) / NANOSECONDS : this.clock.wall();
        return this.files.touch(path(start, length), time) ? wasi.ERRNO_SUCCESS : wasi.ERRNO_NOENT;
      },
      path_remove_directory: guard("path_remove_directory", 1),
      path_unlink_file: guard("path_unlink_file", 1),
      path_rename: (...parameters) => {
        const [, , , directory, start, length] = parameters;
        return writes(directory, start, length) ? rename(...parameters) : wasi.ERRNO_XDEV;
      },
      path_link: guard("path_link", 2),
    };
  }

  #view() {
    return new DataView(this.#memory.buffer);
  }

  /** @param {number} id */
  #nanoseconds(id) {
    return BigInt(Math.round(this.#milliseconds(id) * NANOSECONDS));
  }

  /** @param {number} id */
  #milliseconds(id) {
    switch (id) {
      case wasi.CLOCKID_REALTIME:
        return this.clock.wall();
      case wasi.CLOCKID_MONOTONIC:
        return this.clock.elapsed() + MONOTONIC_START;
      default:
        return this.clock.computed();
    }
  }

  /**
   * Lets the nearest of some moments come at once; files are always ready.
   * @param {number} subscriptions
   * @param {number} events
   * @param {number} count
   * @param {number} result
   */
  #poll(subscriptions, events, count, result) {
    const [SUBSCRIPTION_SIZE, EVENT_SIZE] = [48, 32];
    const view = this.#view();
    const waits = Array.from({ length: count }, (_, index) => {
      const start = subscriptions + index * SUBSCRIPTION_SIZE;
      const type = view.getUint8(start + 8);
      return { user: view.getBigUint64(start, true), type, left: type === wasi.EVENTTYPE_CLOCK ? this.#left(start) : 0 };
    });
    const shortest = Math.min(...waits.map((wait) => wait.left));
    this.clock.sleep(shortest);
    const due = waits.filter((wait) => wait.left <= shortest);
    for (const [index, wait] of due.entries()) {
      const start = events + index * EVENT_SIZE;
      new Uint8Array(this.#memory.buffer, start, EVENT_SIZE).fill(0);
      view.setBigUint64(start, wait.user, true);
      view.setUint8(start + 10, wait.type);
    }
    view.setUint32(result, due.length, true);
    return wasi.ERRNO_SUCCESS;
  }

  /**
   * How many milliseconds a clock subscription has still to wait.
   * @param {number} subscription
   */
  #left(subscription) {
    const view = this.#view();
    const id = view.getUint32(subscription + 16, true);
    const timeout = view.getBigUint64(subscription + 24, true);
    const absolute = view.getUint16(subscription + 40, true) & wasi.SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME;
    const left = absolute ? timeout - this.#nanoseconds(id) : timeout;
    return Math.max(Number(left) / NANOSECONDS, 0);
  }
}

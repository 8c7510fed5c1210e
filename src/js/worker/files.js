/**
 * @import { Inode } from "@bjorn3/browser_wasi_shim"
 * @import { Clock } from "./clock.js"
 */

import { Directory, File, PreopenDirectory } from "@bjorn3/browser_wasi_shim";
import { NullDevice } from "./devices.js";
import { Disk, TemporaryDirectory, TemporaryFile } from "./temporary.js";

/** @typedef {[path: string, content: Uint8Array][]} Contents paths relative to where they are mounted */

const MEGABYTE = 1_048_576;

/**
 * What of /tmp outlives the process of an environment: what is larger is gone after a timeout, so that no handler can
 * fill the page with it.
 */
const KEPT = { file: 8 * MEGABYTE, all: 32 * MEGABYTE };

/** The files of one environment: `/var/task` with the deployment package, and `/tmp`. */
export class Files {
  #task = new Directory([]);
  #temporary = new Directory([]);
  /** @type {Map<string, Uint8Array>} what of /tmp the page knows */
  #known = new Map();
  #disk;
  #clock;

  /** Whether /tmp may have changed since its changes were last taken. */
  touched = false;

  /** The directory that the guest finds at its start. */
  root = new PreopenDirectory("/", new Map([
    ["var", new Directory([["task", this.#task], ["runtime", new Directory([])]])],
    ["tmp", this.#temporary],
    ["dev", new Directory([["null", new NullDevice()]])],
    ["opt", new Directory([["python", new Directory([])]])],
  ]));

  /** @param {Clock} clock */
  constructor(clock) {
    this.#clock = clock;
    this.#disk = new Disk(this.#temporary, 0, clock);
    const { dir } = this.root;
    const create = dir.create_entry_for_path.bind(dir);
    dir.create_entry_for_path = (path, isDirectory) => {
      const made = create(path, isDirectory);
      // Everything else is read-only, so what is made is in /tmp.
      if (made.entry !== null) this.#own(made.entry);
      return made;
    };
  }

  /** Makes a plain file or directory one of /tmp. @param {Inode} entry */
  #own(entry) {
    const kind = entry instanceof Directory ? TemporaryDirectory : TemporaryFile;
    Object.setPrototypeOf(entry, kind.prototype);
    Object.assign(entry, { disk: this.#disk, modified: this.#clock.wall() });
  }

  /** @param {Contents} files */
  mountPackage(files) {
    mount(this.#task, files, (content) => new File(content));
  }

  /**
   * @param {Contents} files
   * @param {number} megabytes how much there is room for
   */
  mountTemporary(files, megabytes) {
    this.#disk = new Disk(this.#temporary, megabytes * MEGABYTE, this.#clock);
    mount(this.#temporary, files, (content) => new TemporaryFile(content, this.#disk));
    this.#known = new Map(files);
  }

  /** @param {string} path */
  exists(path) {
    return this.root.path_filestat_get(0, path).filestat !== null;
  }

  /**
   * Sets the time of a file, or finds that it is not there.
   * @param {string} path
   * @param {number} time milliseconds since the epoch
   */
  touch(path, time) {
    const entry = this.root.path_lookup(path, 0).inode_obj;
    if (entry instanceof TemporaryFile || entry instanceof TemporaryDirectory) entry.modified = time;
    return entry !== null;
  }

  /**
   * The files of /tmp that changed since the last time, null for what was deleted.
   * @returns {[path: string, content: Uint8Array | null][]}
   */
  takeChanges() {
    if (!this.touched) return [];
    this.touched = false;
    /** @type {[string, Uint8Array | null][]} */
    const changes = [];
    const now = new Map(kept(walk(this.#temporary, "")));
    for (const path of this.#known.keys()) {
      if (!now.has(path)) changes.push([path, null]);
    }
    for (const [path, content] of now) {
      const before = this.#known.get(path);
      const same = before !== undefined && equal(before, content);
      if (!same) changes.push([path, content.slice()]);
      now.set(path, same ? before : content.slice());
    }
    this.#known = now;
    return changes;
  }
}

/**
 * @param {Directory} directory
 * @param {Contents} files
 * @param {(content: Uint8Array) => File} make
 */
function mount(directory, files, make) {
  for (const [path, content] of files) {
    const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
    const name = parts.pop();
    if (name === undefined) continue;
    let parent = directory;
    for (const part of parts) {
      let child = parent.contents.get(part);
      if (!(child instanceof Directory)) {
        child = new Directory([]);
        parent.contents.set(part, child);
      }
      parent = /** @type {Directory} */ (child);
    }
    if (!path.endsWith("/")) parent.contents.set(name, make(content));
  }
}

/**
 * @param {Directory} directory
 * @param {string} prefix
 * @returns {Generator<[path: string, content: Uint8Array]>}
 */
function* walk(directory, prefix) {
  for (const [name, entry] of directory.contents) {
    if (entry instanceof Directory) yield* walk(entry, `${prefix}${name}/`);
    else if (entry instanceof File) yield [prefix + name, entry.data];
  }
}

/**
 * Leaves out what is too large to be kept.
 * @param {Iterable<[path: string, content: Uint8Array]>} files
 * @returns {Generator<[path: string, content: Uint8Array]>}
 */
function* kept(files) {
  let all = 0;
  for (const [path, content] of files) {
    if (content.length > KEPT.file || all + content.length > KEPT.all) continue;
    all += content.length;
    yield [path, content];
  }
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
function equal(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

import { Directory, File, PreopenDirectory } from "@bjorn3/browser_wasi_shim";

/** @typedef {[path: string, content: Uint8Array][]} Contents paths relative to where they are mounted */

/** The files of one environment: `/var/task` with the deployment package, and `/tmp`. */
export class Files {
  #task = new Directory([]);
  #temporary = new Directory([]);
  /** @type {Map<string, Uint8Array>} what of /tmp the page knows */
  #known = new Map();

  /** Whether /tmp may have changed since its changes were last taken. */
  touched = false;

  /** The directory that the guest finds at its start. */
  root = new PreopenDirectory("/", new Map([
    ["var", new Directory([["task", this.#task], ["runtime", new Directory([])]])],
    ["tmp", this.#temporary],
    ["opt", new Directory([["python", new Directory([])]])],
  ]));

  /** @param {Contents} files */
  mountPackage(files) {
    mount(this.#task, files);
  }

  /** @param {Contents} files */
  mountTemporary(files) {
    mount(this.#temporary, files);
    this.#known = new Map(files);
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
    const now = new Map(walk(this.#temporary, ""));
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
 */
function mount(directory, files) {
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
    if (!path.endsWith("/")) parent.contents.set(name, new File(content));
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
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
function equal(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

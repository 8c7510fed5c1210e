/** @import { Clock } from "./clock.js" */

import { Directory, File, OpenFile, wasi } from "@bjorn3/browser_wasi_shim";

const NANOSECONDS = 1_000_000;

/** What the files of one environment's /tmp share: how many bytes there is room for, and what time it is. */
export class Disk {
  #root;
  #limit;
  /** At least what is used: what was deleted or cut since it was last counted is still in it. */
  #used = 0;

  /**
   * @param {Directory} root
   * @param {number} limit
   * @param {Clock} clock
   */
  constructor(root, limit, clock) {
    this.#root = root;
    this.#limit = limit;
    this.clock = clock;
  }

  /** Takes some bytes more, if there is room for them. @param {number} bytes */
  take(bytes) {
    if (this.#used + bytes > this.#limit) this.#used = size(this.#root);
    if (this.#used + bytes > this.#limit) return false;
    this.#used += bytes;
    return true;
  }
}

/** A file of /tmp. */
export class TemporaryFile extends File {
  /**
   * @param {Uint8Array} data
   * @param {Disk} disk
   */
  constructor(data, disk) {
    super(data);
    this.disk = disk;
    this.modified = disk.clock.wall();
  }

  /**
   * @param {number} flags
   * @param {bigint} rights
   * @param {number} descriptorFlags
   */
  path_open(flags, rights, descriptorFlags) {
    super.path_open(flags, rights, descriptorFlags);
    const open = new OpenTemporaryFile(this, (descriptorFlags & wasi.FDFLAGS_APPEND) !== 0);
    return { ret: wasi.ERRNO_SUCCESS, fd_obj: open };
  }

  stat() {
    return new Status(super.stat(), this.modified);
  }
}

/** A directory of /tmp. */
export class TemporaryDirectory extends Directory {
  modified = 0;

  stat() {
    return new Status(super.stat(), this.modified);
  }
}

/** What is known of a file, with its time; the shim writes times where a part of the size and nothing belongs. */
class Status extends wasi.Filestat {
  #modified;

  /**
   * @param {wasi.Filestat} status
   * @param {number} modified milliseconds since the epoch
   */
  constructor({ ino, filetype, size }, modified) {
    super(ino, filetype, size);
    this.#modified = BigInt(Math.round(modified * NANOSECONDS));
  }

  /**
   * @param {DataView} view
   * @param {number} start
   */
  write_bytes(view, start) {
    super.write_bytes(view, start);
    const [SIZE, ACCESSED, MODIFIED, CHANGED] = [32, 40, 48, 56];
    view.setBigUint64(start + SIZE, this.size, true);
    for (const time of [ACCESSED, MODIFIED, CHANGED]) view.setBigUint64(start + time, this.#modified, true);
  }
}

/** A file of /tmp that is being read or written: it grows by doubling, within the quota. */
class OpenTemporaryFile extends OpenFile {
  #file;
  #appends;

  /**
   * @param {TemporaryFile} file
   * @param {boolean} appends
   */
  constructor(file, appends) {
    super(file);
    this.#file = file;
    this.#appends = appends;
  }

  /** @param {Uint8Array} data */
  fd_write(data) {
    if (this.#appends) this.fd_seek(0n, wasi.WHENCE_END);
    const written = this.fd_pwrite(data, this.fd_tell().offset);
    this.fd_seek(BigInt(written.nwritten), wasi.WHENCE_CUR);
    return written;
  }

  /**
   * @param {Uint8Array} data
   * @param {bigint} offset
   */
  fd_pwrite(data, offset) {
    const start = Number(offset);
    if (!this.#reach(start + data.length)) return { ret: wasi.ERRNO_NOSPC, nwritten: 0 };
    this.#file.data.set(data, start);
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.length };
  }

  /**
   * @param {bigint} offset
   * @param {bigint} length
   */
  fd_allocate(offset, length) {
    return this.#reach(Number(offset + length)) ? wasi.ERRNO_SUCCESS : wasi.ERRNO_NOSPC;
  }

  /** @param {bigint} size */
  fd_filestat_set_size(size) {
    if (size < this.#file.size) {
      this.#file.data = this.#file.data.slice(0, Number(size));
      return wasi.ERRNO_SUCCESS;
    }
    return this.#reach(Number(size)) ? wasi.ERRNO_SUCCESS : wasi.ERRNO_NOSPC;
  }

  /** Makes the file at least that long; what is new is zero. @param {number} length */
  #reach(length) {
    this.#file.modified = this.#file.disk.clock.wall();
    const { data } = this.#file;
    if (length <= data.length) return true;
    if (!this.#file.disk.take(length - data.length)) return false;
    let { buffer } = data;
    if (length > buffer.byteLength) {
      buffer = new ArrayBuffer(Math.max(length, 2 * data.length));
      new Uint8Array(buffer).set(data);
    }
    this.#file.data = new Uint8Array(buffer, 0, length);
    return true;
  }
}

/** The bytes of all files below a directory. @param {Directory} directory */
function size(directory) {
  let bytes = 0;
  for (const entry of directory.contents.values()) {
    if (entry instanceof Directory) bytes += size(entry);
    else if (entry instanceof File) bytes += entry.data.length;
  }
  return bytes;
}

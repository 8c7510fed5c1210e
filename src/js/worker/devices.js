import { ConsoleStdout, File, OpenFile, wasi } from "@bjorn3/browser_wasi_shim";

/** One end of a pipe, as standard output and standard error are on Lambda: no terminal. */
export class Pipe extends ConsoleStdout {
  fd_fdstat_get() {
    const fdstat = new wasi.Fdstat(wasi.FILETYPE_UNKNOWN, 0);
    fdstat.fs_rights_base = BigInt(wasi.RIGHTS_FD_WRITE);
    return { ret: wasi.ERRNO_SUCCESS, fdstat };
  }

  fd_filestat_get() {
    const status = super.fd_filestat_get();
    status.filestat.filetype = wasi.FILETYPE_UNKNOWN;
    return status;
  }
}

/** What `/dev/null` is: it takes everything and holds nothing. */
export class NullDevice extends File {
  constructor() {
    super([]);
  }

  path_open() {
    return { ret: wasi.ERRNO_SUCCESS, fd_obj: new OpenNullDevice(this) };
  }
}

class OpenNullDevice extends OpenFile {
  /** @param {Uint8Array} data */
  fd_write(data) {
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.length };
  }

  /** @param {Uint8Array} data */
  fd_pwrite(data) {
    return this.fd_write(data);
  }

  fd_allocate() {
    return wasi.ERRNO_INVAL;
  }

  fd_filestat_set_size() {
    return wasi.ERRNO_INVAL;
  }
}

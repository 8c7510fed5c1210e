const LIMIT = 1 << 20;

/** How many lines of a call are passed on at once, and after them the milliseconds between two passings. */
const EAGER = 20;
const PAUSE = 50;

const LINE_FEED = 10;

const decoder = new TextDecoder();

/** What a call wrote to standard output and standard error, in order, up to a limit. */
export class Log {
  /** What has been written since it was passed on or taken: its first bytes. */
  #bytes = new Uint8Array(4096);
  #length = 0;
  #kept = 0;
  #dropped = 0;

  /** Who gets the text while it is written. @type {((text: string) => void) | null} */
  #listener = null;
  #passed = 0;
  #passedAt = 0;

  /**
   * Begins a call. A listener gets what is written line by line, so that it is not lost when the call never ends; what
   * it got is not taken again. Standard error has to wait for standard output: the process's last words are of use to
   * nobody.
   * @param {((text: string) => void) | null} listener
   */
  begin(listener) {
    this.#listener = listener;
    this.#passed = 0;
  }

  /**
   * @param {Uint8Array} bytes
   * @param {"output" | "error"} stream
   */
  write(bytes, stream) {
    const room = LIMIT - this.#kept;
    if (bytes.length > room) {
      this.#dropped += bytes.length - room;
      bytes = bytes.subarray(0, room);
    }
    if (bytes.length === 0) return;
    this.#append(bytes);
    this.#kept += bytes.length;
    if (this.#listener !== null && stream === "output" && bytes.at(-1) === LINE_FEED) this.#pass(this.#listener);
  }

  /** @param {(text: string) => void} listener */
  #pass(listener) {
    const now = performance.now();
    if (this.#passed >= EAGER && now - this.#passedAt < PAUSE) return;
    this.#passed += 1;
    this.#passedAt = now;
    listener(this.#decode());
  }

  /** The text since the last time it was taken; it ends with a line feed unless it is empty. */
  take() {
    let text = this.#decode();
    if (text !== "" && !text.endsWith("\n")) text += "\n";
    if (this.#dropped > 0) text += `[${this.#dropped} more bytes of output were cut]\n`;
    this.#kept = this.#dropped = 0;
    return text;
  }

  /**
   * Copies the bytes to one place: to keep each of a flood of small pieces would have the machine busy with tidying up.
   * @param {Uint8Array} bytes
   */
  #append(bytes) {
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }

  #decode() {
    const text = decoder.decode(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return text;
  }
}

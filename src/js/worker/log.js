/** How many bytes of a call's first output are kept, and how many of its last: what is between them is cut. */
const HALF = 1 << 19;

/** How many writes of a call may be passed on one right after the other, and how many more each millisecond allows. */
const BURST = 1024;
const RATE = 1;

const LINE_FEED = 10;

/** With these words Rust says, on standard error, that the memory is used up. */
const LAST_WORDS = "memory allocation of ";

const decoder = new TextDecoder();

/** What a call wrote to standard output and standard error, in order: its beginning and its end. */
export class Log {
  /** What of the beginning has not been passed on or taken yet: its first bytes. */
  #bytes = new Uint8Array(4096);
  #length = 0;
  /** How long the beginning is by now. */
  #begun = 0;
  /** The latest bytes after the beginning: a ring, written so many bytes far. */
  #ring = new Uint8Array(0);
  #written = 0;

  /** Who gets the text while it is written. @type {((text: string) => void) | null} */
  #listener = null;
  /** How many more writes may be passed on, as of when. */
  #allowed = 0;
  #allowedAt = 0;

  /**
   * Begins a call. A listener gets the beginning line by line, so that it is not lost when the call never ends; what it
   * got is not taken again.
   * @param {((text: string) => void) | null} listener
   */
  begin(listener) {
    this.#listener = listener;
    this.#allowed = BURST;
  }

  /** @param {Uint8Array} bytes */
  write(bytes) {
    if (bytes.length === 0) return;
    const room = HALF - this.#begun;
    if (room > 0) this.#append(bytes.subarray(0, room));
    if (bytes.length > room) this.#turn(bytes.subarray(room));
    else if (this.#listener !== null && bytes.at(-1) === LINE_FEED) this.#pass(this.#listener);
  }

  /** The text since the last time it was taken; it ends with a line feed unless it is empty. */
  take() {
    const isCut = this.#written > HALF;
    if (!isCut) this.#append(this.#ring.subarray(0, this.#written));
    const text = ended(this.#decode()) + (isCut ? this.#end() : "");
    this.#begun = this.#written = 0;
    return text;
  }

  /** @param {(text: string) => void} listener */
  #pass(listener) {
    const now = performance.now();
    this.#allowed = Math.min(this.#allowed + RATE * (now - this.#allowedAt), BURST);
    this.#allowedAt = now;
    if (this.#allowed < 1) return;
    const length = this.#length;
    const text = this.#decode();
    if (text.includes(LAST_WORDS)) {
      // They are of use to nobody but who takes the log of a call that has ended.
      this.#length = length;
      return;
    }
    this.#allowed -= 1;
    listener(text);
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
    this.#begun += bytes.length;
  }

  /** Writes over what is oldest in the ring. @param {Uint8Array} bytes */
  #turn(bytes) {
    if (this.#ring.length === 0) this.#ring = new Uint8Array(HALF);
    const latest = bytes.subarray(-HALF);
    const at = (this.#written + bytes.length - latest.length) % HALF;
    const first = latest.subarray(0, HALF - at);
    this.#ring.set(first, at);
    this.#ring.set(latest.subarray(first.length), 0);
    this.#written += bytes.length;
  }

  #decode() {
    const text = decoder.decode(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return text;
  }

  /** What the ring holds from its next line on, and how much was cut before that. */
  #end() {
    const at = this.#written % HALF;
    const latest = new Uint8Array(HALF);
    latest.set(this.#ring.subarray(at), 0);
    latest.set(this.#ring.subarray(0, at), HALF - at);
    const kept = latest.subarray(latest.indexOf(LINE_FEED) + 1);
    const cut = this.#written - kept.length;
    return `[${cut} more bytes of output were cut]\n${ended(decoder.decode(kept))}`;
  }
}

/** @param {string} text */
function ended(text) {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

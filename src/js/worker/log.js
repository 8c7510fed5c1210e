const LIMIT = 1 << 20;

/** What a call wrote to standard output and standard error, in order, up to a limit. */
export class Log {
  /** @type {Uint8Array[]} */
  #pieces = [];
  #kept = 0;
  #dropped = 0;

  /** @param {Uint8Array} bytes */
  write(bytes) {
    const room = LIMIT - this.#kept;
    if (bytes.length > room) {
      this.#dropped += bytes.length - room;
      bytes = bytes.subarray(0, room);
    }
    if (bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.#kept += bytes.length;
  }

  /** The text since the last time it was taken; it ends with a line feed unless it is empty. */
  take() {
    if (this.#kept === 0) return "";
    const decoder = new TextDecoder();
    let text = this.#pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
    if (!text.endsWith("\n")) text += "\n";
    if (this.#dropped > 0) text += `[${this.#dropped} more bytes of output were cut]\n`;
    this.#pieces = [];
    this.#kept = this.#dropped = 0;
    return text;
  }
}

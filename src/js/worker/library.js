/** Milliseconds after which nobody believes any more that it comes. */
const PATIENCE = 60_000;

/**
 * The parts of the guest's memory that its module leaves out, since most handlers do without: modules of the standard
 * library that have not been imported when it is built, and the names of characters. Its file has, for each part, where
 * it begins and how long it is, in 32 bits each with the lowest first, and then its bytes; `bake.js` writes it.
 */
export class Library {
  #url;
  #onWait;
  #isThere = false;

  /**
   * @param {string} url
   * @param {(waits: boolean) => void} onWait called before and after the guest has to wait for it
   */
  constructor(url, onWait) {
    this.#url = url;
    this.#onWait = onWait;
  }

  /**
   * Writes the parts where they belong, unless they are there; false where they cannot be had.
   * @param {ArrayBuffer} memory
   */
  bring(memory) {
    if (this.#isThere) return true;
    this.#onWait(true);
    const file = fetchNow(this.#url);
    this.#onWait(false);
    if (file === null) return false;
    const view = new DataView(file);
    for (let place = 0; place < file.byteLength; ) {
      const [start, length] = [view.getUint32(place, true), view.getUint32(place + 4, true)];
      new Uint8Array(memory, start, length).set(new Uint8Array(file, place + 8, length));
      place += 8 + length;
    }
    this.#isThere = true;
    return true;
  }
}

/**
 * Fetches a file while everything waits for it: the guest cannot be left in the middle of an import.
 * @param {string} url
 * @returns {ArrayBuffer | null}
 */
function fetchNow(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  request.timeout = PATIENCE;
  try {
    request.send();
  } catch {
    return null;
  }
  return request.status === 200 ? request.response : null;
}

/**
 * Makes a source of random bytes.
 *
 * With a seed it is a generator (sfc32, by Chris Doty-Humphrey) that gives the same bytes on every machine; it is
 * not meant to keep secrets. Without one the bytes are the browser's.
 * @param {Uint8Array | null} seed 32 bytes
 * @returns {(bytes: Uint8Array) => void} what fills bytes
 */
export function randomSource(seed) {
  return seed === null ? fillFromBrowser : seeded(seed);
}

/** @param {Uint8Array} bytes */
function fillFromBrowser(bytes) {
  const quota = 65_536;
  for (let start = 0; start < bytes.length; start += quota) {
    crypto.getRandomValues(/** @type {Uint8Array<ArrayBuffer>} */ (bytes.subarray(start, start + quota)));
  }
}

/**
 * @param {Uint8Array} seed
 * @returns {(bytes: Uint8Array) => void}
 */
function seeded(seed) {
  const words = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
  const word = (/** @type {number} */ index) => words.getUint32(index * 4, true);
  let [a, b, c, counter] = [word(0), word(1), word(2), word(3)];
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result;
  };
  const mix = (/** @type {number} */ rounds) => {
    for (let round = 0; round < rounds; round++) next();
  };
  mix(16);
  [a, b, c, counter] = [a ^ word(4), b ^ word(5), c ^ word(6), counter ^ word(7)];
  mix(16);
  return (bytes) => {
    let left = 0;
    for (let index = 0; index < bytes.length; index++) {
      if (index % 4 === 0) left = next();
      bytes[index] = left;
      left >>>= 8;
    }
  };
}

/** Bytes after which progress is told: what is shown is drawn anew each time. */
const STEP = 2_000_000;

/**
 * Fetches and compiles the guest, here rather than in the page, which it would hold up.
 * @param {string} url
 * @param {((received: number) => void) | null} onProgress gets the bytes received, unpacked, which costs some time
 */
export async function load(url, onProgress) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Without progress it still loads.
  if (onProgress !== null) count(response.clone(), onProgress).catch(() => {});
  return WebAssembly.compileStreaming(response);
}

/**
 * @param {Response} response
 * @param {(received: number) => void} onProgress
 */
async function count(response, onProgress) {
  const reader = response.body?.getReader();
  let [received, told] = [0, 0];
  while (true) {
    const piece = await reader?.read();
    if (piece?.value === undefined) return;
    received += piece.value.length;
    if (received - told < STEP) continue;
    onProgress(received);
    told = received;
  }
}

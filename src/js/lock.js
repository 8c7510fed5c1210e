/** How often a lock is asked for and how long is waited in between, in milliseconds: who reloads gives it back late. */
const ATTEMPTS = 10;
const PAUSE = 50;

/**
 * Takes a lock of the origin, and keeps it as long as the page lives or until another page takes it over.
 * @param {string} name
 * @param {"try" | "wait" | "steal"} manner whether it is given up, waited for or taken over where another page has it
 * @param {() => void} onLost called when another page has taken it over
 * @returns {Promise<boolean>} whether it was taken; true as well where the browser has no locks
 */
export async function takeLock(name, manner, onLost) {
  if (navigator.locks === undefined) return true;
  if (manner === "steal") return request(name, { steal: true }, onLost);
  if (manner === "wait") return request(name, {}, onLost);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await request(name, { ifAvailable: true }, onLost)) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}

/**
 * @param {string} name
 * @param {LockOptions} options
 * @param {() => void} onLost
 * @returns {Promise<boolean>}
 */
function request(name, options, onLost) {
  return new Promise((resolve) => {
    let taken = false;
    const hold = (/** @type {Lock | null} */ lock) => {
      taken = lock !== null;
      resolve(taken);
      return taken ? new Promise(() => {}) : undefined;
    };
    // A browser that has locks and gives none knows no other page of this origin either.
    navigator.locks.request(name, options, hold).catch(() => (taken ? onLost() : resolve(true)));
  });
}

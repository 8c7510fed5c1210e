/** How long a lock is waited for, in milliseconds: a page that is reloaded takes a moment to give it back. */
const PATIENCE = 500;

/**
 * Takes a lock of the origin, and keeps it as long as the page lives or until another page takes it over.
 * @param {string} name
 * @param {boolean} takesOver whether from whoever has it
 * @param {() => void} onLost called when another page has taken it over
 * @returns {Promise<boolean>} whether it was taken; true as well where the browser has no locks
 */
export function takeLock(name, takesOver, onLost) {
  if (navigator.locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    let taken = false;
    const options = takesOver ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE) };
    const hold = () => {
      taken = true;
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(name, options, hold).catch(() => (taken ? onLost() : resolve(false)));
  });
}

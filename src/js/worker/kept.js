/** Where the browser keeps the memory that every environment begins with, so that the next visit need not boot Python. */
const CACHE = "lambda-playground-snapshot";

/**
 * What was kept under a key; null when it is not there, or when the browser keeps nothing.
 * @param {string} key an address beside this script, named after all that the snapshot is made of
 */
export async function recall(key) {
  try {
    const cache = await caches.open(CACHE);
    return (await (await cache.match(key))?.blob()) ?? null;
  } catch {
    return null;
  }
}

/**
 * Keeps a snapshot in the place of those of earlier builds. It may fail: the next visit boots Python again then.
 * @param {string} key
 * @param {Blob} snapshot
 */
export async function keep(key, snapshot) {
  try {
    const folder = new URL(".", self.location.href).href;
    const cache = await caches.open(CACHE);
    for (const { url } of await cache.keys()) {
      if (new URL(".", url).href === folder) await cache.delete(url);
    }
    await cache.put(key, new Response(snapshot));
  } catch {
    // There is no room, or the browser allows none.
  }
}

/**
 * Keeps the whole site, so that it works without a network, and so that every file that a page gets is of one build.
 *
 * A new build is kept beside the one in use until a page asks for the switch, or until no page is open.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;

/** The caches of an origin are common to all its folders, so their names tell whose they are. */
const PREFIX = `lambda-playground ${scope} `;
const CACHE = PREFIX + BUILD.id;

/** The addresses of the one page that there is. */
const PAGES = [scope, new URL("index.html", scope).href];

/** Where the site is worked on, what is served counts, and what was kept is for when nothing is served. */
const IS_WORKSHOP = ["localhost", "127.0.0.1", "[::1]"].includes(worker.location.hostname);

worker.addEventListener("install", (event) => event.waitUntil(keepSite()));

worker.addEventListener("activate", (event) => event.waitUntil(Promise.all([worker.clients.claim(), tidy()])));

worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) {
    return;
  }
  if (mode !== "navigate") {
    event.respondWith(file(event.request));
  } else if (PAGES.includes(url.replace(/[?#].*$/, ""))) {
    event.respondWith(page(event.request));
    event.waitUntil(tidy());
  }
});

worker.addEventListener("message", (event) => {
  if (event.data === "build") {
    event.ports[0]?.postMessage(BUILD.id);
  } else if (event.data === "switch") {
    event.waitUntil(worker.skipWaiting());
  }
});

/** Keeps every file of the build; those that an earlier build had as well are not fetched again. */
async function keepSite() {
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const name of BUILD.hashed) {
    const kept = await caches.match(name);
    if (kept === undefined) {
      missing.push(name);
    } else {
      await cache.put(name, kept);
    }
  }
  await cache.addAll([...BUILD.others.map((name) => new Request(name, { cache: "no-cache" })), ...missing]);
}

/** @param {Request} request */
async function page(request) {
  const kept = async () => (await caches.open(CACHE)).match(scope);
  if (IS_WORKSHOP) {
    return fetch(request).catch(async (error) => (await kept()) ?? Promise.reject(error));
  }
  return (await kept()) ?? fetch(request);
}

/**
 * A file of this build, or else of one that another window still lives on.
 *
 * @param {Request} request
 */
async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? (await caches.match(request)) ?? fetch(request);
}

/** Removes what was kept of other builds, unless another window may still live on it. */
async function tidy() {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const names = await caches.keys();
  if (windows.length <= 1 && worker.registration.waiting === null && worker.registration.installing === null) {
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
  }
}

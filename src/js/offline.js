import { assets } from "./load.js";

/** How often a page that stays open looks for a new build, in milliseconds. */
const PERIOD = 3_600_000;

/**
 * Lets the service worker keep the site for when there is no network.
 *
 * @param {() => void} onUpdate called when another build than the page's own is ready to be used
 */
export async function keepOffline(onUpdate) {
  const { build } = assets();
  const { serviceWorker } = navigator;
  if (build === undefined || serviceWorker === undefined) {
    return;
  }
  /** @param {ServiceWorker | null} worker */
  const compare = async (worker) => {
    if (worker === null) {
      return;
    }
    if ((await buildOf(worker)) !== build) {
      onUpdate();
    } else if (worker.state === "installed") {
      // The page came from the network and is of this build already.
      worker.postMessage("switch");
    }
  };
  serviceWorker.addEventListener("controllerchange", () => compare(serviceWorker.controller));
  const registration = await serviceWorker.register("service-worker.js", { updateViaCache: "none" });
  const watch = () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && compare(worker));
  };
  registration.addEventListener("updatefound", watch);
  watch();

  // Without a network there is nothing new.
  const look = () => registration.update().catch(() => {});
  setInterval(look, PERIOD);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  await compare(registration.waiting);
}

/** Loads the page anew, of the newest build that is ready. */
export async function reloadUpdated() {
  const registration = await navigator.serviceWorker.getRegistration();
  const reload = () => location.reload();
  if (registration?.waiting) {
    navigator.serviceWorker.addEventListener("controllerchange", reload);
    registration.waiting.postMessage("switch");
  } else {
    reload();
  }
}

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<string>}
 */
function buildOf(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("build", [port2]);
  });
}
